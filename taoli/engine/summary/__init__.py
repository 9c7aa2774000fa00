"""The weekly summary a school hands in to its bureaus: sums and nothing else, signed, without a database.

No name, no id of a person, no text is in it; `measures` is the closed list of what may be counted.
"""

from taoli.engine.summary.checking import CODES, MOST_BYTES, Checked, Finding, Known, Trust, check, code_of, impossible
from taoli.engine.summary.measures import INDICATORS, MEASURES, Level, Measure, MeasureKind
from taoli.engine.summary.shapes import FORMAT, NEWEST, OLDEST, GradeSums, IndicatorSums, Summary, canonical
from taoli.engine.summary.signing import canonical_of, digest, packed, sign, signed_by
from taoli.engine.summary.stages import stage_of

__all__ = [
    "CODES",
    "FORMAT",
    "INDICATORS",
    "MEASURES",
    "MOST_BYTES",
    "NEWEST",
    "OLDEST",
    "Checked",
    "Finding",
    "GradeSums",
    "IndicatorSums",
    "Known",
    "Level",
    "Measure",
    "MeasureKind",
    "Summary",
    "Trust",
    "canonical",
    "canonical_of",
    "check",
    "code_of",
    "digest",
    "impossible",
    "packed",
    "sign",
    "signed_by",
    "stage_of",
]
