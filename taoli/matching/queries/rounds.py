"""Choice rounds: who takes part, which steps the scheme asks for, where each stands."""

import uuid
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from taoli.common.policy import Actor
from taoli.engine.scheme.steps import Allocate, Assign, StudentChoice
from taoli.engine.scheme.vocabulary import CoverageKind, EligibilityRule
from taoli.matching.models import ChoiceRound, ListedStudent, MatchRun, MentorOffer
from taoli.matching.permissions import ROUND, WISH
from taoli.matching.queries.steps import choosing
from taoli.roster.models import Grade, Student
from taoli.roster.queries.calendar import terms
from taoli.schemes.queries import published, rules

FAIR, ASSIGNED = "fair", "assigned"


def get_round(actor: Actor, pk: uuid.UUID, action: str = "view") -> ChoiceRound:
    """Return a round of the actor's school; 404 for anything else."""
    rows = ChoiceRound.objects.select_related("term", "scheme").filter(pk=pk)
    found: ChoiceRound | None = ROUND.within(rows, actor, action).first()
    if found is None:
        raise Http404
    return found


def rounds(actor: Actor) -> list[ChoiceRound]:
    """Return the school's rounds, newest first."""
    rows = ROUND.within(ChoiceRound.objects.select_related("term"), actor, "view")
    return list(rows.order_by("-created_at", "-id"))


def mode_of(choice: ChoiceRound) -> str:
    """Return how the engine places students: by the scheme's allocate step, else assigned."""
    scheme = rules(choice.scheme)
    for step in scheme.steps:
        if isinstance(step, Allocate):
            return step.mode.value
    return ASSIGNED


def unit_choices(scheme: Any) -> tuple[str, ...]:
    """Return the units in which the scheme lets mentors be given students, the first one being its own."""
    for step in scheme.steps:
        if isinstance(step, Assign):
            return tuple(unit.value for unit in step.units)
    return (str(scheme.unit.value),)


def ranks_of(choice: ChoiceRound) -> int:
    """Return how many mentors a student may wish for; 0 when the scheme lets nobody choose."""
    return next((step.ranks for step in rules(choice.scheme).steps if isinstance(step, StudentChoice)), 0)


def asks_teaching(choice: ChoiceRound) -> bool:
    """Say whether the scheme asks that a mentor teaches the student's class."""
    return rules(choice.scheme).eligibility.rule == EligibilityRule.TEACHES_CLASS


def asks_reason(choice: ChoiceRound) -> bool:
    """Say whether students may write why."""
    return any(step.reason for step in rules(choice.scheme).steps if isinstance(step, StudentChoice))


def round_students(choice: ChoiceRound) -> "QuerySet[Student]":
    """Return the present students whom the round places (only the listed where the scheme says so), by class."""
    rows = students_in_grades(choice)
    if lists_students(choice):
        listed = ListedStudent.objects.of(choice.school_id).filter(round=choice)
        rows = rows.filter(pk__in=listed.values("student_id"))
    return rows


def lists_students(choice: ChoiceRound) -> bool:
    """Say whether only those get a mentor who have been applied for (I-01)."""
    return rules(choice.scheme).coverage.whom == CoverageKind.LISTED_STUDENTS


def owed_a_mentor(school_id: int) -> Q:
    """Return the condition of students who are to have a mentor: all, or with a list only those ever put on it."""
    version = published(school_id)
    if version is None or rules(version).coverage.whom == CoverageKind.ALL_STUDENTS:
        return Q()
    return Q(pk__in=ListedStudent.objects.of(school_id).values("student_id"))


def students_in_grades(choice: ChoiceRound) -> "QuerySet[Student]":
    """Return the present students of the round's grades, listed or not, by class and number in class."""
    rows: QuerySet[Student] = Student.objects.of(choice.school_id).filter(left_on=None)
    if choice.grades:
        rows = rows.filter(school_class__grade_id__in=choice.grades)
    return rows.select_related("school_class", "school_class__grade").order_by(
        "school_class__grade__order", "school_class__number", "seat", "sort_key", "id"
    )


def offers(choice: ChoiceRound) -> list[MentorOffer]:
    """Return the mentors on offer, in the order of names."""
    rows = MentorOffer.objects.of(choice.school_id).filter(round=choice).select_related("staff", "staff__subject")
    return list(rows.order_by("staff__sort_key", "staff__number"))


def runs(choice: ChoiceRound) -> list[MatchRun]:
    """Return the round's runs, newest first, without what the engine was given."""
    rows = MatchRun.objects.of(choice.school_id).filter(round=choice).exclude(state=MatchRun.State.DROPPED)
    return list(rows.defer("problem").order_by("-created_at", "-id"))


def with_scheme(rows: "QuerySet[ChoiceRound]") -> "QuerySet[ChoiceRound]":
    """Return rounds with their scheme, whose text is read from the row only when this process does not know it."""
    return rows.select_related("scheme").defer("scheme__rules", "scheme__base", "scheme__changes")


def open_choice(actor: Actor) -> ChoiceRound | None:
    """Return the round in which the student may choose now, for a link on the own page; None if there is none."""
    if actor.person_id is None or not WISH.may(actor, "write"):
        return None
    rows = ChoiceRound.objects.of(actor.school_id).filter(state=ChoiceRound.State.OPEN)
    for choice in with_scheme(rows).order_by("-created_at"):
        if choosing(choice) and round_students(choice).filter(pk=actor.person_id).exists():
            return choice
    return None


def new_round_choices(school_id: int) -> dict[str, Any] | None:
    """Return what a new round may be made of: terms, grades, units, whether students choose; None without a scheme."""
    version = published(school_id)
    known = terms(school_id)
    if version is None or not known:
        return None
    scheme = rules(version)
    return {
        "terms": known,
        "grades": list(Grade.objects.of(school_id).order_by("order", "name")),
        "units": unit_choices(scheme),
        "choosing": any(isinstance(step, StudentChoice) for step in scheme.steps),
    }
