"""Reads of duties; what later steps call stands here under one name."""

from taoli.duties.queries.coverage import CoverageRow, Declined, coverage, declined
from taoli.duties.queries.due import (
    DueCell,
    cells_of_students,
    class_contacts,
    due_cells,
    last_contacts,
    surname,
)
from taoli.duties.queries.facts import act_facts, cell_facts
from taoli.duties.queries.keeping import Drift, ensure_cells
from taoli.duties.queries.unreached import unreached, unreached_by_grade

__all__ = [
    "CoverageRow",
    "Declined",
    "Drift",
    "DueCell",
    "act_facts",
    "cell_facts",
    "cells_of_students",
    "class_contacts",
    "coverage",
    "declined",
    "due_cells",
    "ensure_cells",
    "last_contacts",
    "surname",
    "unreached",
    "unreached_by_grade",
]
