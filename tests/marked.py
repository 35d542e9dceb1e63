"""English in which every translated text wears marks: what wears none was forgotten."""

import re
from contextlib import contextmanager
from html.parser import HTMLParser

from django.apps import apps
from django.db import models
from django.utils.translation import trans_real

from werkbrief.portal import printing
from werkbrief.ui.templatetags import scripted
from werkbrief.words.tongues import ENGLISH

LEFT, RIGHT = (
    "\N{MATHEMATICAL LEFT WHITE SQUARE BRACKET}",
    "\N{MATHEMATICAL RIGHT WHITE SQUARE BRACKET}",
)
MARKED = re.compile(f"{LEFT}[^{LEFT}{RIGHT}]*{RIGHT}")
# Not the roman numerals of an article.
WORD = re.compile(r"(?!\b[ivx]+\b)[^\W\d_]{2,}")
SPOKEN = ("aria-label", "title", "placeholder", "alt", "data-label", "data-sentence")
SILENT = {"script", "style", "code"}
# Days and months are words of the language itself; the rest is the same in every one.
SAME = {
    *ENGLISH.weekdays,
    *ENGLISH.long_weekdays,
    *ENGLISH.months,
    *ENGLISH.long_months,
    *("Werkbrief", "Excel", "Ctrl", "Shift", "Home", "End", "Enter", "Esc"),
    *("PgUp", "PgDn"),
    *("Nederlands", "English", "polski"),
}


@contextmanager
def marked():
    """Every English text, ours and Django's, in marks while this lasts."""
    found = trans_real.translation("en")
    catalogues = found._catalog._catalogs
    found._catalog._catalogs = [
        {key: f"{LEFT}{text}{RIGHT}" if key else text for key, text in one.items()}
        for one in catalogues
    ]
    _forget()
    try:
        yield
    finally:
        found._catalog._catalogs = catalogues
        _forget()


def _forget():
    """What is kept per language, so that no other test reads marks."""
    printing._face.cache_clear()
    scripted._sentences.cache_clear()


def stored_texts() -> list[str]:
    """What people typed, longest first: that is in nobody's language."""
    texts = set()
    for model in apps.get_models():
        kinds = (models.CharField, models.TextField)
        fields = [f for f in model._meta.fields if isinstance(f, kinds)]
        names = [f.name for f in fields if not f.choices]
        for row in model.objects.values_list(*names) if names else ():
            texts.update(text for text in row if isinstance(text, str))
    return sorted((text for text in texts if WORD.search(text)), key=len, reverse=True)


def unmarked(texts, stored) -> set[str]:
    """The words that nobody translated."""
    left = set()
    for text in texts:
        while MARKED.search(text):
            text = MARKED.sub(" ", text)  # noqa: PLW2901
        for known in stored:
            if known in text:
                whole = rf"(?<!\w){re.escape(known)}(?!\w)"
                text = re.sub(whole, " ", text)  # noqa: PLW2901
        left.update(word for word in WORD.findall(text) if word not in SAME)
    return left


class Spoken(HTMLParser):
    """What a page says: its texts and what a screen reader hears beside them."""

    def __init__(self, html):
        super().__init__()
        self.texts, self.around, self.flow = [], [], []
        self.feed(html)
        # As one: a translated sentence may have links and bold words in it.
        self.texts.append(" ".join(self.flow))

    def handle_starttag(self, tag, attributes):
        own = dict(attributes)
        # What the annex tells has Dutch in it: the agreement in its own words.
        foreign = own.get("lang", "en") != "en" or own.get("class") == "reasons"
        if not foreign and not self.is_silent:
            self.texts += [own[name] for name in SPOKEN if own.get(name)]
        if tag not in VOID:
            self.around.append((tag, foreign or tag in SILENT))

    def handle_endtag(self, tag):
        while self.around and self.around.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if not self.is_silent:
            self.flow.append(data)

    @property
    def is_silent(self):
        return any(silent for _, silent in self.around)


VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "wbr"}
