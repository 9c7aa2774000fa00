"""Looks through an .ods before its values are read: formulas, merged areas, notes, and what two attributes repeat."""

import contextlib
from dataclasses import dataclass, field

from taoli.roster.readers.parts import Parts, local, stream
from taoli.roster.readers.scan import MOST_COLUMNS, MOST_ROWS, Scan, TooFarError

CELLS = frozenset({"table-cell", "covered-table-cell"})


@dataclass
class Sheet(Scan):
    """A scan that also knows its merged areas: (top, left, bottom, right) from 1."""

    merged: list[tuple[int, int, int, int]] = field(default_factory=list)


class Walk:
    """Where the scan stands: rows and columns are counted with their repetitions."""

    def __init__(self) -> None:
        """Start before the first sheet."""
        self.sheets: dict[str, Sheet] = {}
        self.sheet = Sheet()
        self.row = self.column = self.rows = self.columns = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Enter an element."""
        if tag == "table":
            self.sheet = self.sheets.setdefault(local(attributes, "name"), Sheet())
            self.row = self.rows = 0
        elif tag == "table-row":
            self.row += self.rows
            self.rows = int(local(attributes, "number-rows-repeated", "1"))
            self.column = self.columns = 0
        elif tag in CELLS:
            self.column += self.columns
            self.columns = int(local(attributes, "number-columns-repeated", "1"))
            self._cell(attributes)
        elif tag == "annotation":
            self.sheet.comments += 1

    def _cell(self, attributes: dict[str, str]) -> None:
        spot = self.row + 1, self.column + 1
        high = int(local(attributes, "number-rows-spanned", "1"))
        wide = int(local(attributes, "number-columns-spanned", "1"))
        if local(attributes, "value-type") or local(attributes, "formula"):
            self.sheet.filled(self.row + self.rows, self.column + self.columns)
        if high * wide > 1:
            self.sheet.filled(self.row + high, self.column + wide)
            if high <= MOST_ROWS and wide <= MOST_COLUMNS:
                self.sheet.merged.append((*spot, self.row + high, self.column + wide))
        if local(attributes, "formula"):
            self.sheet.formulas.append(spot)


def scan_ods(data: bytes) -> dict[str, Sheet]:
    """Return each sheet's scan by its name; every XML part has been checked then."""
    parts = Parts(data)
    parts.check()
    walk = Walk()
    with contextlib.suppress(TooFarError):
        stream(parts.xml("content.xml"), walk.start)
    return walk.sheets
