"""Who is told of a step: notices without name and content."""

import uuid
from collections.abc import Iterable

from django.urls import reverse

from taoli.care.models import CareCase, CaseMeasure, CaseStep
from taoli.care.queries.people import deciders, present, standing_in
from taoli.common.policy import Actor
from taoli.notifications.services import To, notify

Kind = CaseStep.Kind
ASKED = {Kind.RAISED, Kind.CLIMBED, Kind.ANSWERED, Kind.REOPENED}  # steps after which somebody has to decide
NAMED = {Kind.DECIDED, Kind.HANDED_ON, Kind.REOPENED}


def tell_step(by: Actor, case: CareCase, step: CaseStep) -> int:
    """Tell of a step: who leads from now on, who has to decide, everybody who raised it, has a measure or mentors.

    Each is told once and nobody what he or she did; returns how many were told.
    """
    school = case.school_id
    kind = Kind(step.kind)
    leaders = standing_in(school, [case.leader_id])
    groups: list[tuple[str, Iterable[uuid.UUID]]] = [
        ("care_lead", leaders if kind in NAMED else ()),
        ("care_asked", _asked(case) if kind in ASKED and case.state == CareCase.State.RAISED else ()),
        ("care_asked", _asked(case) if kind in {Kind.CLIMBED, Kind.ANSWERED} else ()),
        ("care_step", [*leaders, *_raisers(case), *_owners(case), *standing_in(school, [case.student.mentor_id])]),
    ]
    done = {by.person_id}
    count = 0
    for code, people in groups:
        new = present(school, [pk for pk in people if pk not in done])
        done |= new
        count += _notify(by, new, code, step.pk, case)
    return count


def tell_measure(by: Actor, case: CareCase, measure: CaseMeasure) -> int:
    """Tell whoever owns a measure, or stands in, that one is asked of them."""
    owners = present(case.school_id, standing_in(case.school_id, [measure.owner_id])) - {by.person_id}
    return _notify(by, owners, "care_measure", measure.pk, case)


def _notify(by: Actor, people: set[uuid.UUID], kind: str, about: uuid.UUID, case: CareCase) -> int:
    if not people:
        return 0
    link = reverse("care:case_show", args=[case.pk])
    return notify(by=by, to=[To("staff", pk) for pk in sorted(people)], kind=kind, about=about, link=link)


def _asked(case: CareCase) -> list[uuid.UUID]:
    return deciders(case.school_id, case.level, case.student.school_class)


def _raisers(case: CareCase) -> list[uuid.UUID]:
    voices = CaseStep.objects.of(case.school_id).filter(case=case, kind=Kind.VOICE).exclude(by=None)
    return [case.raised_by_id, *voices.values_list("by_id", flat=True)]


def _owners(case: CareCase) -> list[uuid.UUID]:
    rows = CaseMeasure.objects.of(case.school_id).filter(case=case, done_on=None, dropped_at=None)
    return standing_in(case.school_id, rows.values_list("owner_id", flat=True))
