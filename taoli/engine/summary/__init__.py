"""The weekly summary a school hands in to its bureaus: sums and nothing else, signed, without a database.

No name, no id of a person, no text is in it; `measures` is the closed list of what may be counted.
"""

from taoli.engine.summary.measures import MEASURES, Level, Measure, MeasureKind
from taoli.engine.summary.shapes import FORMAT, NEWEST, OLDEST, GradeSums, IndicatorSums, Summary, canonical

__all__ = [
    "FORMAT",
    "MEASURES",
    "NEWEST",
    "OLDEST",
    "GradeSums",
    "IndicatorSums",
    "Level",
    "Measure",
    "MeasureKind",
    "Summary",
    "canonical",
]
