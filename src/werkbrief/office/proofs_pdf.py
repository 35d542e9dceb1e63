"""The proof on paper: one column, in words, with page numbers and the digest."""

from datetime import date, datetime
from typing import Any

import font_source_sans_pro as fonts
from fpdf import FPDF, XPos, YPos

INK, SOFT, LINE = (28, 30, 28), (96, 102, 98), (216, 220, 217)


class _Paper(FPDF):
    def __init__(self, digest: str) -> None:
        super().__init__(format="A4")
        self.digest = digest
        self.add_font("sans", "", fonts.font_files_ttf["SourceSansPro"])
        self.add_font("sans", "B", fonts.font_files_ttf["SourceSansProBold"])
        self.set_margins(20, 18, 20)
        self.set_auto_page_break(auto=True, margin=22)

    def footer(self) -> None:
        self.set_y(-16)
        self.ink(7.5, SOFT)
        self.cell(140, 4, f"SHA-256 {self.digest}")
        self.cell(0, 4, f"{self.page_no()} / {{nb}}", align="R")

    def ink(
        self, size: float, color: tuple[int, int, int] = INK, bold: str = ""
    ) -> None:
        self.set_font("sans", bold, size)
        self.set_text_color(*color)

    def lines(self, height: float, text: str) -> None:
        """As many lines as it takes, and on to the next."""
        self.multi_cell(0, height, text, new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def part(self, text: str) -> None:
        self.ln(3)
        self.set_draw_color(*LINE)
        self.line(20, self.get_y(), 190, self.get_y())
        self.ln(2)
        self.ink(12, bold="B")
        self.lines(7, text)

    def fact(self, word: str, text: str) -> None:
        self.ink(9.5, SOFT)
        self.cell(38, 5.4, word)
        self.ink(9.5)
        self.lines(5.4, text or "–")


def print_proof(document: dict[str, Any], made: datetime) -> bytes:
    """The same facts as the JSON, for people; the digest ties the two together."""
    paper = _Paper(document["digest"])
    paper.set_creation_date(made)
    paper.set_title(f"Bewijs werkbriefje {document['entry']}")
    paper.set_lang("nl-NL")
    paper.add_page()
    paper.ink(18, bold="B")
    paper.lines(9, f"Bewijs van werkbriefje {document['entry']}")
    paper.ink(9.5, SOFT)
    by = f"Gemaakt op {_when(document['made']['at'])} door {document['made']['by']}"
    paper.lines(5, by)
    paper.ln(3)
    paper.fact("Uitzendbureau", document["agency"])
    paper.fact("Opdrachtgever", document["client"])
    number = document["payroll_number"]
    paper.fact("Medewerker", f"{document['worker']}, loonnummer {number}")
    paper.fact("Functie", document["function"])
    paper.fact("Dag", f"{date.fromisoformat(document['day']):%d-%m-%Y}")
    paper.part("Zoals het nu staat")
    _screen(paper, document["now"])
    for line in document["pay_lines"]:
        paper.fact(f"{line['hours']} {line['percentage']}", _paid(line))
    for judgement in document["judgements"]:
        _judgement(paper, judgement)
    paper.part("Wat er gebeurde")
    for line in document["history"]:
        _line(paper, line)
    return bytes(paper.output())


def _judgement(paper: _Paper, judgement: dict[str, Any]) -> None:
    why = f" ({judgement['why']})" if judgement["why"] else ""
    paper.part(f"{judgement['what'].capitalize()}{why}: wat er op het scherm stond")
    paper.fact("Door", f"{judgement['by']}, {_when(judgement['at'])}")
    _screen(paper, judgement["on_screen"])
    for remark in judgement["remarks_on_screen"]:
        paper.fact("Opmerking", f"{remark['by']}: {remark['text']}")


def _screen(paper: _Paper, shown: dict[str, Any] | None) -> None:
    if shown is None:
        paper.fact("Werkbriefje", "stond er nog niet")
        return
    paper.fact("Uren", _hours(shown["entered"]))
    planned = shown["planned"]
    paper.fact("Planning", _hours(planned) if planned else "niet gepland")
    paper.fact("Oordeel", " ".join(filter(None, (shown["judgement"], shown["reason"]))))
    paper.fact("Versie", str(shown["version"]))


def _line(paper: _Paper, line: dict[str, Any]) -> None:
    paper.fact(_when(line["at"]), f"{line['what']}, {line['by']}")
    for change in line["changes"]:
        before, after = change["before"] or "–", change["after"] or "–"
        paper.fact("", f"{change['field']}: {before} → {after}")
    if line["why"]:
        paper.fact("", f"want: {line['why']}")


def _paid(line: dict[str, Any]) -> str:
    if "set_by_hand" not in line:
        return str(line["line"])
    judge = ", te beoordelen" if line["is_to_judge"] else ""
    return (
        f"{line['line']}: berekend {line['computed']}, met de hand "
        f"{line['set_by_hand']} ({line['why']}){judge}"
    )


def _hours(hours: dict[str, Any]) -> str:
    times = f"{hours['start']}–{hours['end']}"
    return f"{times}, pauze {hours['break_minutes']}, totaal {hours['total']}"


def _when(moment: str) -> str:
    at = datetime.fromisoformat(moment)
    return f"{at.day}-{at.month}-{at.year} {at:%H:%M}"
