"""The state of a cell on a day, cheap enough to reckon whenever a page is shown."""

from datetime import date

from taoli.engine.facts import CellState

SOON_SHARE = 4  # the last quarter of the time given is "soon" …
SOON_DAYS = 7  # … but never more than a week, and at least the day before


def state_of(needed: int, done: int, starts: date, due: date, as_of: date, *, exempt: bool) -> CellState:
    """`met` once enough is done (even where it was not owed), else `exempt`, `overdue` after the due day,
    `due_soon` near it, `open` before.
    """
    if done >= needed:
        return "met"
    if exempt:
        return "exempt"
    if as_of > due:
        return "overdue"
    soon = max(1, min(SOON_DAYS, (due - starts).days // SOON_SHARE))
    return "due_soon" if (due - as_of).days <= soon else "open"
