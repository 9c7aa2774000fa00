"""The rules of a round about named students, for the engine and for the office's page."""

import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.http import Http404

from taoli.common.policy import Actor
from taoli.matching.models import ChoiceRound, RoundRule, RuledStudent
from taoli.matching.permissions import ROUND
from taoli.roster.models import Student
from taoli.schemes.queries import rules


@dataclass(frozen=True, slots=True)
class Named:
    """Rules as the engine wants them; ids are the rows' own."""

    apart: tuple[frozenset[str], ...]
    together: tuple[frozenset[str], ...]
    pinned: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule with its students, for the page."""

    rule: RoundRule
    students: list[Student]


def rule_lines(choice: ChoiceRound) -> list[RuleLine]:
    """Return the rules in the order they were made, each with its students by class and name."""
    rows = RoundRule.objects.of(choice.school_id).filter(round=choice, dropped_at=None).select_related("mentor")
    found = {row.pk: RuleLine(row, []) for row in rows.order_by("made_at", "id")}
    members = RuledStudent.objects.of(choice.school_id).filter(rule__in=list(found))
    for one in members.select_related("student", "student__school_class").order_by("student__sort_key", "student_id"):
        found[one.rule_id].students.append(one.student)
    return list(found.values())


def rules_of(choice: ChoiceRound, present: Collection[uuid.UUID]) -> Named:
    """Return the rules about students who are present; a group of one is no group."""
    apart: list[frozenset[str]] = []
    together: list[frozenset[str]] = []
    pinned: dict[str, tuple[str, str]] = {}
    for line in rule_lines(choice):
        students = frozenset(str(one.pk) for one in line.students if one.pk in present)
        if line.rule.kind == RoundRule.Kind.PINNED:
            pinned |= dict.fromkeys(students, (str(line.rule.mentor_id), line.rule.reason))
        elif len(students) > 1:
            (apart if line.rule.kind == RoundRule.Kind.APART else together).append(students)
    return Named(tuple(apart), tuple(together), pinned)


def scheme_classes(choice: ChoiceRound) -> int:
    """Return from how many classes a mentor's students may come by the scheme."""
    return rules(choice.scheme).max_classes_per_mentor


def category_choices(choice: ChoiceRound) -> list[tuple[str, str]]:
    """Return code and label of the scheme's categories that are offered."""
    return [(one.key, one.label) for one in rules(choice.scheme).categories if one.offered]


def get_rule(actor: Actor, pk: uuid.UUID) -> RoundRule:
    """Return a rule for the office; 404 otherwise."""
    rows = RoundRule.objects.of(actor.school_id).filter(pk=pk)
    found = rows.first() if ROUND.may(actor, "edit") else None
    if found is None:
        raise Http404
    return found
