"""What is met, open, due or exempt: one cell per duty, subject and period."""

from taoli.engine.compliance.cells import DECLINED, cells, cells_of
from taoli.engine.compliance.conferences import SchoolUnits, conference_cells
from taoli.engine.compliance.laws import Asked, Law, asked, in_turn, narrowed
from taoli.engine.compliance.state import state_of
from taoli.engine.facts import Cell

__all__ = [
    "DECLINED",
    "Asked",
    "Cell",
    "Law",
    "SchoolUnits",
    "asked",
    "cells",
    "cells_of",
    "conference_cells",
    "in_turn",
    "narrowed",
    "state_of",
]
