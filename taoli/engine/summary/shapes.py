"""The shape of a school's weekly summary; `python -m taoli.engine.summary` prints its JSON schema."""

import datetime as dt
import json
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictInt, StringConstraints

FORMAT = "taoli-summary"
OLDEST, NEWEST = 1, 1
MOST_GRADES, MOST_INDICATORS = 20, 40
MOST_NUMBER = 1_000_000  # of summaries, of versions

Code = Annotated[str, StringConstraints(min_length=1, max_length=30, pattern=r"^[\w-]+$")]
Name = Annotated[str, StringConstraints(min_length=1, max_length=80)]
Hash = Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{64})?$")]
Count = Annotated[StrictInt, Field(ge=0, le=10_000_000)]
Cells = Annotated[tuple[Count, Count], Field(description="met, due")]
MeasureKey = Annotated[str, StringConstraints(pattern=r"^[a-z_]{3,30}$")]
StageName = Literal["primary", "junior", "senior", "vocational"]


class Shape(BaseModel):
    """Nothing but what is named here."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class GradeSums(Shape):
    """One grade: its place in the school (1 is the lowest), its stage and campus, and its sums."""

    key: Annotated[str, StringConstraints(pattern=r"^[0-9a-z-]{1,20}$")]
    name: Annotated[str, StringConstraints(min_length=1, max_length=20)]
    stage: StageName
    campus: Annotated[str, StringConstraints(max_length=40)] = ""
    counts: dict[MeasureKey, Count]
    cells: dict[MeasureKey, Cells]


class IndicatorSums(Shape):
    """One regional indicator of a closed survey: how many said yes, of how many answers, of how many who were asked."""

    key: MeasureKey
    source: Annotated[str, StringConstraints(pattern=r"^[a-z_]{3,20}$")]
    term: Annotated[str, StringConstraints(min_length=1, max_length=40)]
    yes: Count
    answers: Count
    asked: Count


class Summary(Shape):
    """A school's week: sums at its last day. `seq` grows by one with each summary, `previous` is the SHA-256 of the
    one before, so that neither a repeat nor a gap goes unseen.
    """

    format: Literal["taoli-summary"]
    version: Annotated[StrictInt, Field(ge=1)]
    school: Code
    name: Name
    week: Annotated[dt.date, Field(description="the Monday")]
    seq: Annotated[StrictInt, Field(ge=1, le=MOST_NUMBER)]
    previous: Hash
    made_at: Annotated[dt.datetime, Field(description="with the offset of its time zone")]
    term: Annotated[str, StringConstraints(max_length=40)]
    term_week: Annotated[StrictInt, Field(ge=0, le=60)]
    scheme: Annotated[str, StringConstraints(max_length=120)]
    base_version: Annotated[StrictInt, Field(ge=0, le=MOST_NUMBER)]
    counts: dict[MeasureKey, Count]
    grades: Annotated[tuple[GradeSums, ...], Field(max_length=MOST_GRADES)]
    indicators: Annotated[tuple[IndicatorSums, ...], Field(max_length=MOST_INDICATORS)]


def canonical(summary: Summary) -> bytes:
    """Return the bytes that are signed: JSON with sorted keys, without spaces, UTF-8."""
    data = summary.model_dump(mode="json")
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
