"""What is owed to whom how often (工作要求), the cycle (轮), conferences."""

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from taoli.engine.scheme.clauses import Key, Keyed, Sourced
from taoli.engine.scheme.vocabulary import (
    Actor,
    Channel,
    ConferenceKind,
    FulfilledBy,
    Kind,
    Per,
    Subject,
    VacationCounts,
)

Minutes = Annotated[int, Field(ge=1, le=240)]


class Cycle(Sourced):
    """轮: cycles of `weeks` weeks follow each other from teaching week `first_week`; the fixed slot lies in
    week `anchor_week` of each cycle on `weekday` (1 = Monday). None: the text leaves it open.
    """

    weeks: int | None = Field(default=None, ge=1, le=26)
    anchor_week: int | None = Field(default=None, ge=1, le=26)
    weekday: int | None = Field(default=None, ge=1, le=7)
    slot: str | None = Field(default=None, max_length=40)
    first_week: int = Field(default=1, ge=1, le=26)

    @model_validator(mode="after")
    def _slot_lies_in_the_cycle(self) -> "Cycle":
        if self.weeks is not None and self.anchor_week is not None and self.anchor_week > self.weeks:
            raise PydanticCustomError(
                "slot_after_cycle", "slot after the cycle", {"week": self.anchor_week, "weeks": self.weeks}
            )
        return self


class Duty(Keyed):
    """One requirement: `who` owes it to `subject`, `times` in each `per` (`aim`: how many are aimed at, never
    owed), fulfilled by records of these `kinds` (and `channels`, if any are named).
    """

    who: Actor = Actor.MENTOR
    subject: Subject
    kinds: tuple[Kind, ...] = Field(min_length=1)
    channels: tuple[Channel, ...] = ()
    times: int = Field(default=1, ge=1, le=50)
    aim: int | None = Field(default=None, ge=1, le=50)
    per: Per
    min_minutes: Minutes | None = None
    one_to_one: bool = False
    planned_before: bool = False
    protected_slot: bool = False
    before_week: int | None = Field(default=None, ge=1, le=26)
    only_for: tuple[Key, ...] = ()
    fulfilled_by: FulfilledBy = FulfilledBy.OWN_MENTOR
    recorded: bool = True
    vacation_counts: VacationCounts | None = None

    @model_validator(mode="after")
    def _aim_is_not_below_what_is_owed(self) -> "Duty":
        if self.aim is not None and self.aim < self.times:
            params = {"aim": self.aim, "times": self.times}
            raise PydanticCustomError("aim_below_times", "aim below times", params)
        return self


class Conference(Keyed):
    """A regular meeting: how often (`per` None: whenever it is needed), who chairs, who attends, what is on the
    agenda.
    """

    kind: ConferenceKind
    times: int = Field(default=1, ge=1, le=50)
    per: Per | None = None
    chair: Actor
    attended_by: tuple[Actor, ...] = ()
    agenda: tuple[str, ...] = ()
