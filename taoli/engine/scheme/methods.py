"""How an appraisal item is scored. A counting method may wait for an assessor's tick (`ticked_by`)."""

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from taoli.engine.scheme.clauses import Frozen, Key
from taoli.engine.scheme.vocabulary import Actor, EndReason, Scope, Survey

Points = Annotated[float, Field(ge=0, le=1000)]
Answers = Annotated[int, Field(ge=1, le=1000)]
MIN_ANSWERS = 5


class DoneOnce(Frozen):
    """Full points once it is done: the register is filled, or the named duty is met."""

    method: Literal["done_once"] = "done_once"
    what: Key = "register"
    ticked_by: Actor | None = None


class DutyCoverage(Frozen):
    """Points times the share of what was owed under the named duties that was done."""

    method: Literal["duty_coverage"] = "duty_coverage"
    duties: tuple[Key, ...] = Field(min_length=1)
    ticked_by: Actor | None = None


class PerCount(Frozen):
    """`points_each` per person-time that fulfils the duty, up to `cap`."""

    method: Literal["per_count"] = "per_count"
    duty: Key
    points_each: Points
    cap: Points
    theme: bool = False
    ticked_by: Actor | None = None


class DeductEach(Frozen):
    """Full points less `points_each` for every pairing that ended for one of the reasons, never below
    `floor`.
    """

    method: Literal["deduct_each"] = "deduct_each"
    points_each: Points
    floor: Points = 0
    reasons: tuple[EndReason, ...] = Field(default=(EndReason.DROPPED_OUT,), min_length=1)


class Thirds(Frozen):
    """Mentors ranked by mean answer in the scope; points by third; ties share the better place."""

    method: Literal["thirds"] = "thirds"
    source: Survey
    top: Points
    middle: Points
    bottom: Points
    scope: Scope = Scope.GRADE
    min_answers: Answers = MIN_ANSWERS


class SurveyMean(Frozen):
    """Points times the mean answer over the best possible answer."""

    method: Literal["survey_mean"] = "survey_mean"
    source: Survey
    max_answer: float = Field(default=5, gt=0)
    min_answers: Answers = MIN_ANSWERS


class RankScaled(Frozen):
    """Mentors ranked by mean answer in the scope; `best` for the first, `worst` for the last, straight
    between.
    """

    method: Literal["rank_scaled"] = "rank_scaled"
    source: Survey
    best: Points
    worst: Points = 0
    scope: Scope = Scope.GRADE
    min_answers: Answers = MIN_ANSWERS

    @model_validator(mode="after")
    def _best_is_best(self) -> "RankScaled":
        if self.worst > self.best:
            raise PydanticCustomError("worst_above_best", "worst above best", {"worst": self.worst})
        return self


class Assessor(Frozen):
    """A named person or body decides."""

    method: Literal["assessor"] = "assessor"
    who: Actor


class WeightedSource(Frozen):
    source: Survey
    weight: float = Field(gt=0, le=1000)
    max_answer: float = Field(default=5, gt=0)


class SourcesWeighted(Frozen):
    """Several surveys by weight; a source with too few answers is left out and the weights rescaled."""

    method: Literal["sources_weighted"] = "sources_weighted"
    sources: tuple[WeightedSource, ...] = Field(min_length=1)
    min_answers: Answers = MIN_ANSWERS


Method = Annotated[
    DoneOnce | DutyCoverage | PerCount | DeductEach | Thirds | SurveyMean | RankScaled | Assessor | SourcesWeighted,
    Field(discriminator="method"),
]
