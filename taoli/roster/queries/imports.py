"""Imports that wait, and those before."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from taoli.common.jobs import get_job
from taoli.common.models import Job
from taoli.common.policy import Actor
from taoli.roster.models import RosterImport, RosterSettings, Staff, Student
from taoli.roster.permissions import ROSTER_IMPORT

Names = dict[str, dict[str, str]]
CHUNK = 500


def imports(actor: Actor, action: str = "view") -> "QuerySet[RosterImport]":
    """Return the school's imports, the latest first."""
    rows: QuerySet[RosterImport] = ROSTER_IMPORT.within(RosterImport.objects.all(), actor, action)
    return rows.order_by("-created_at", "-id")


def get_import(actor: Actor, pk: uuid.UUID, action: str = "view") -> RosterImport:
    """Return one import; 404 outside the school."""
    found = imports(actor, action).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def may_be_answered(row: RosterImport) -> bool:
    """Say whether what its tables mean may still be corrected."""
    return row.state not in {RosterImport.State.APPLIED, RosterImport.State.DROPPED} and bool(row.staged.get("guesses"))


def names_in(actor: Actor, plan: Mapping[str, Mapping[str, list[Any]]]) -> Names:
    """Return {"students" | "staff": {number: name}} of the school's people, those whom a plan adds included."""
    found: Names = {}
    for noun, model in (("students", Student), ("staff", Staff)):
        found[noun] = dict(model.objects.of(actor.school_id).values_list("number", "name"))
        found[noun] |= {row["number"]: row["name"] for row in plan.get(noun, {}).get("add", ())}
    return found


def keeps_identity_numbers(school_id: int) -> bool:
    """Say whether the school has switched identity-card numbers on."""
    return RosterSettings.objects.of(school_id).filter(keep_identity_numbers=True).exists()


def watched_job(actor: Actor, text: str) -> Job | None:
    """Return the job a page was asked to watch, or None."""
    try:
        pk = uuid.UUID(text)
    except ValueError:
        return None
    return get_job(actor, pk)


@dataclass(frozen=True, slots=True)
class Affected:
    """A student whom an import moves or closes, and the mentor there is."""

    name: str
    room: str
    mentor: str


def affected_pairings(row: RosterImport) -> list[Affected]:
    """Return the students with a mentor who would change class or leave, and those whose mentor would leave."""
    students, staff = row.plan.get("students", {}), row.plan.get("staff", {})
    moved = [one["number"] for one in students.get("change", ()) if "class" in one["fields"]]
    moved += [one["number"] for one in students.get("close", ())]
    leaving = [one["number"] for one in staff.get("close", ())]
    found: dict[uuid.UUID, Affected] = {}
    paired = Student.objects.of(row.school_id).filter(left_on=None).exclude(mentor=None)
    paired = paired.select_related("mentor", "school_class").order_by("school_class__name", "number")
    for names, column in ((moved, "number__in"), (leaving, "mentor__number__in")):
        for start in range(0, len(names), CHUNK):
            for one in paired.filter(**{column: names[start : start + CHUNK]}):
                mentor = one.mentor.name if one.mentor else ""
                found.setdefault(one.pk, Affected(one.name, one.school_class.name, mentor))
    return list(found.values())


def school_phone(school_id: int) -> str:
    """Return the telephone that letters to families name, empty when none was entered."""
    return RosterSettings.objects.of(school_id).values_list("phone", flat=True).first() or ""
