"""What is met, open, due or exempt: one cell per duty, subject and period."""

from taoli.engine.compliance.cells import cells
from taoli.engine.compliance.state import state_of
from taoli.engine.facts import Cell

__all__ = ["Cell", "cells", "state_of"]
