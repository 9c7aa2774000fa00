"""`make soak`: many more and longer histories than `make test` has time for."""

import os

import pytest

from tests.duties.histories import many, tiny_school

HISTORIES = int(os.environ.get("TAOLI_SOAK_HISTORIES", "5000"))
STEPS = 25


@pytest.mark.both_databases
def test_long_histories_bit_by_bit_are_what_they_are_from_scratch(db: None) -> None:
    many(tiny_school(), range(1_000_000, 1_000_000 + HISTORIES), STEPS)
