"""Reads of duties; what later steps call stands here under one name."""

from taoli.duties.queries.coverage import CoverageRow, coverage
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

__all__ = [
    "CoverageRow",
    "Drift",
    "DueCell",
    "act_facts",
    "cell_facts",
    "cells_of_students",
    "class_contacts",
    "coverage",
    "due_cells",
    "ensure_cells",
    "last_contacts",
    "surname",
]
