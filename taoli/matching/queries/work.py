"""Work on a round by those who do not run it: the round itself, the classes they reach."""

import dataclasses
import uuid

from django.db.models import QuerySet
from django.http import Http404

from taoli.common.policy import Actor, Policy, Reach
from taoli.matching.models import ChoiceRound
from taoli.matching.queries.rounds import lists_students
from taoli.matching.queries.steps import acts, step_of
from taoli.roster.models import SchoolClass


def work_round(actor: Actor, pk: uuid.UUID) -> ChoiceRound:
    """Return a round of the actor's school, for a page whose own table says which of its rows are reached; else 404."""
    found = ChoiceRound.objects.of(actor.school_id).select_related("term", "scheme").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def works(actor: Actor, choice: ChoiceRound, kind: str) -> bool:
    """Say whether the actor may work on a step now.

    Groups may be formed in any round until it is published, and a list be kept where only the listed take part,
    although the scheme may name no step for it: who may is then said by the page's own table.
    """
    if step_of(choice, kind) is not None:
        return acts(actor, choice, kind)
    free = kind == "group_students" or (kind == "student_list" and lists_students(choice))
    return free and choice.state != ChoiceRound.State.PUBLISHED


def rooms_of(actor: Actor, choice: ChoiceRound, table: Policy, action: str) -> "QuerySet[SchoolClass]":
    """Return the classes of a round in which the actor has the action of a table, in their order."""
    by_class = dataclasses.replace(table, paths={Reach.CLASS: "pk", Reach.GRADE: "grade_id"})
    rows: QuerySet[SchoolClass] = by_class.within(SchoolClass.objects.filter(closed_on=None), actor, action)
    if choice.grades:
        rows = rows.filter(grade_id__in=choice.grades)
    return rows.select_related("grade", "homeroom_teacher").order_by("grade__order", "number", "name")
