"""The page of a round: its steps, seats against students, wishes, drafts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from taoli.matching.models import ChoiceRound, MatchRun, MentorOffer
from taoli.matching.phrases import MODES, STEP_HINTS, UNIT_CHOICES
from taoli.matching.queries.rounds import StepRow, mode_of, offers, ranks_of, round_students, runs, steps
from taoli.matching.queries.wishes import wished_students
from taoli.roster.models import Grade
from taoli.schemes.phrases import STEPS, role_word
from taoli.schemes.queries import rules


@dataclass(frozen=True, slots=True)
class Seats:
    """Students against what the mentors offer; `short` and `over` are what does not fit, by counting alone."""

    students: int
    mentors: int
    least: int
    most: int

    @property
    def short(self) -> int:
        """How many seats are missing."""
        return max(self.students - self.most, 0)

    @property
    def over(self) -> int:
        """By how many the least numbers exceed the students."""
        return max(self.least - self.students, 0)


@dataclass(frozen=True, slots=True)
class StepView:
    """A step in words."""

    row: StepRow
    label: Any
    hint: Any
    who: str
    reopens: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything the page of a round shows."""

    steps: list[StepView]
    seats: Seats
    mode: Any
    unit: Any
    grades: str
    ranks: int
    wished: int
    runs: list[MatchRun]
    draft: MatchRun | None
    published: MatchRun | None

    @property
    def now(self) -> StepView | None:
        """The present step, None when all are done."""
        return next((step for step in self.steps if step.row.state == "now"), None)


def seats_of(choice: ChoiceRound, rows: Sequence[MentorOffer]) -> Seats:
    """Count the students of a round and the seats of its mentors who are there."""
    present = [row for row in rows if not row.absent]
    return Seats(
        students=round_students(choice).count(),
        mentors=sum(bool(row.maximum) for row in present),
        least=sum(row.minimum for row in present),
        most=sum(row.maximum for row in present),
    )


def overview_of(choice: ChoiceRound) -> Overview:
    """Return what the page of a round shows."""
    found = runs(choice)
    names = Grade.objects.of(choice.school_id).filter(pk__in=choice.grades).order_by("order")
    return Overview(
        steps=_steps(choice),
        seats=seats_of(choice, offers(choice)),
        mode=MODES[mode_of(choice)],
        unit=UNIT_CHOICES.get(choice.unit, choice.unit),
        grades="、".join(names.values_list("name", flat=True)) if choice.grades else "",
        ranks=ranks_of(choice),
        wished=wished_students(choice),
        runs=found,
        draft=next((run for run in found if run.state == MatchRun.State.DRAFT), None),
        published=next((run for run in found if run.state == MatchRun.State.PUBLISHED), None),
    )


def _steps(choice: ChoiceRound) -> list[StepView]:
    scheme = rules(choice.scheme)
    rows = steps(choice)
    last = max((place for place, row in enumerate(rows) if row.state == "done"), default=-1)
    return [
        StepView(
            row=row,
            label=STEPS[row.kind],
            hint=STEP_HINTS[row.kind],
            who="、".join(role_word(scheme, who) for who in row.by),
            reopens=place == last and choice.state != ChoiceRound.State.PUBLISHED,
        )
        for place, row in enumerate(rows)
    ]
