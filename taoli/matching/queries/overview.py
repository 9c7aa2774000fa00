"""The page of a round: its steps, seats against students, wishes, drafts."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from taoli.common.pages import opens
from taoli.common.policy import Actor
from taoli.matching.models import ChoiceRound, MatchRun, MentorOffer
from taoli.matching.phrases import MODES, PAGE_WORDS, STEP_HINTS, UNIT_CHOICES
from taoli.matching.queries.closing import WAITING, progress
from taoli.matching.queries.rounds import mode_of, offers, ranks_of, round_students, runs
from taoli.matching.queries.steps import StepRow, steps
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
    """A step in words, with the pages where its work is done; `closes_itself`: publishing or a draft ends it."""

    row: StepRow
    label: Any
    hint: Any
    who: str
    reopens: bool
    links: tuple[tuple[str, Any], ...] = ()
    progress: tuple[int, int] | None = None
    reminds: bool = False
    closes_itself: bool = False


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
    def present(self) -> list[StepView]:
        """The steps whose turn it is: one, several after publishing, none when all are done."""
        return [step for step in self.steps if step.row.state in {"now", "waits"}]


def seats_of(choice: ChoiceRound, rows: Sequence[MentorOffer]) -> Seats:
    """Count the students of a round and the seats of its mentors who are there."""
    present = [row for row in rows if not row.absent]
    return Seats(
        students=round_students(choice).count(),
        mentors=sum(bool(row.maximum) for row in present),
        least=sum(row.minimum for row in present),
        most=sum(row.maximum for row in present),
    )


def step_word(step: StepRow | None) -> str:
    """Name a step, empty for none."""
    return str(STEPS[step.kind]) if step else ""


# Where the work of a step is done; {round}, {draft}, {undrafted} or {unconfirmed} says what the address names.
# Undrafted: a round whose scheme goes from claims to confirming, with no step of its own for the draft;
# unconfirmed: the draft of a scheme without a step to confirm, so that it is published where it is adjusted.
STEP_PAGES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "student_list": (("matching:listed_edit", "round"),),
    "mentor_application": (("matching:application_list", "round"), ("matching:application_edit", "round")),
    "nominate": (("matching:nomination_edit", "round"),),
    "group_students": (("matching:grouping_list", "round"), ("matching:unit_list", "round")),
    "class_choice": (("matching:class_choice_edit", "round"),),
    "claim_groups": (("matching:claim_list", "round"), ("matching:claim_edit", "round")),
    "headcount_sheet": (("matching:headcount_show", "round"),),
    "publish_mentors": (("matching:offers_edit", "round"),),
    "student_choice": (
        ("matching:choice_show", "round"),
        ("matching:code_slips", "round"),
        ("matching:wishes_type", "round"),
        ("matching:wishes_import", "round"),
    ),
    "mentor_choice": (("matching:mark_list", "round"),),
    "assign": (
        ("matching:run_start", "round"),
        ("matching:offers_edit", "round"),
        ("matching:unit_list", "round"),
    ),
    "allocate": (("matching:run_start", "round"), ("matching:offers_edit", "round")),
    "adjust": (("matching:run_show", "draft"), ("matching:run_publish", "unconfirmed")),
    "confirm": (
        ("matching:run_start", "undrafted"),
        ("matching:run_publish", "draft"),
        ("matching:run_show", "draft"),
    ),
    "agreement": (("matching:agreement_list", "round"), ("matching:agreement_edit", "round")),
    "appointment_letter": (("matching:letter_list", "round"),),
    "first_meeting": (("matching:meeting_edit", "round"),),
}


def overview_of(choice: ChoiceRound, actor: Actor) -> Overview:
    """Return what the page of a round shows to somebody."""
    found = runs(choice)
    draft = next((run for run in found if run.state == MatchRun.State.DRAFT), None)
    names = Grade.objects.of(choice.school_id).filter(pk__in=choice.grades).order_by("order")
    return Overview(
        steps=step_views(choice, actor, draft),
        seats=seats_of(choice, offers(choice)),
        mode=MODES[mode_of(choice)],
        unit=UNIT_CHOICES.get(choice.unit, choice.unit),
        grades="、".join(names.values_list("name", flat=True)) if choice.grades else "",
        ranks=ranks_of(choice),
        wished=wished_students(choice),
        runs=found,
        draft=draft,
        published=next((run for run in found if run.state == MatchRun.State.PUBLISHED), None),
    )


def step_views(choice: ChoiceRound, actor: Actor, draft: MatchRun | None) -> list[StepView]:
    """Return the steps in words, each with the pages on which somebody may do its work now."""
    scheme = rules(choice.scheme)
    rows = steps(choice)
    kinds = {row.kind for row in rows}
    named = {
        "round": choice.pk,
        "draft": draft.pk if draft else None,
        "undrafted": None if draft or kinds & {"assign", "allocate"} else choice.pk,
        "unconfirmed": draft.pk if draft and "confirm" not in kinds else None,
    }
    ended_by_work = {"assign", "allocate", "confirm"} | (set() if "confirm" in kinds else {"adjust"})
    last = max((place for place, row in enumerate(rows) if row.state == "done"), default=-1)
    return [
        StepView(
            row=row,
            label=STEPS[row.kind],
            hint=STEP_HINTS[row.kind],
            who="、".join(role_word(scheme, who) for who in row.by),
            reopens=place == last and choice.state != ChoiceRound.State.PUBLISHED,
            links=_links(row, actor, named),
            progress=progress(choice, row.kind) if row.state == "now" else None,
            reminds=row.state == "now" and row.kind in WAITING,
            closes_itself=row.kind in ended_by_work,
        )
        for place, row in enumerate(rows)
    ]


def _links(row: StepRow, actor: Actor, named: Mapping[str, uuid.UUID | None]) -> tuple[tuple[str, Any], ...]:
    return tuple(
        (reverse(page, args=[named[what]]), PAGE_WORDS[page])
        for page, what in STEP_PAGES.get(row.kind, ())
        if row.state == "now" and named[what] is not None and opens(actor, page)
    )
