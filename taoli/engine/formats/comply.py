"""`python -m taoli.engine comply FILE…`: what is met, open and due, from a JSON file, with no database. The
file is one object: `scheme` (a preset folder seen from the file, or a whole scheme), `changes` (path →
value), `terms` [{key, name, starts, ends}], `term` (key; default the first), `days` {date: taught or not},
`as_of` (default the term's last day), `pairings`, `acts`, `marks`, `leaves` (fields as in
taoli.engine.facts). Prints {term, as_of, counts, cells}. A malformed file gets a sentence and exit code 2.
"""

from collections import Counter
from typing import Any

from taoli.engine.compliance import cells
from taoli.engine.formats.term_file import TermFile, answer_files
from taoli.engine.scheme import Scheme


def run(paths: list[str]) -> int:
    """Print the cells of each file; 0, or 2 when a file is malformed."""
    return answer_files(paths, _comply)


def _comply(scheme: Scheme, facts: TermFile) -> dict[str, Any]:
    term = facts.chosen_term()
    as_of = facts.as_of or term.ends
    found = cells(scheme, facts.calendar(), term, facts.pairings, facts.acts, as_of, facts.marks, facts.leaves)
    counts = Counter(cell.state for cell in found)
    plain = [cell._asdict() for cell in found]
    return {"term": term.key, "as_of": as_of, "counts": dict(sorted(counts.items())), "cells": plain}
