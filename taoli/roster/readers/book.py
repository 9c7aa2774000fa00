"""What is uploaded, and what the child process makes of it: sheets as grids of texts."""

from dataclasses import dataclass, field

# Before a number so long that Excel has lost its end.
LOST = "\u0000"
# A cell's place: row and column, both from 1, as Excel counts them.
Spot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Upload:
    """One file as it came."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: texts by row; merged areas as (top, left, bottom, right) from 1; formula cells; notes in cells."""

    name: str
    rows: list[list[str]]
    hidden: bool = False
    formulas: list[Spot] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    comments: int = 0
    too_large: bool = False


@dataclass(frozen=True, slots=True)
class Book:
    """One file's sheets, in its own order."""

    file: str
    grids: list[Grid]
