"""Where the cells of a block from a spreadsheet land in a week."""

from werkbrief.timesheets.reads.pasting.laying import Laid, Spot, lay_out

__all__ = ["Laid", "Spot", "lay_out"]
