"""Reports of harm: everybody of the staff may write one, the named few read it, whoever is concerned never."""

import uuid

from django.db.models import Exists, Q

from taoli.accounts.models import RoleHeld
from taoli.care.models import HarmConcerned, HarmReader, SafetyOfficer
from taoli.common import clock
from taoli.common.levels import declare
from taoli.common.policy import STAFF, Reach, Role, policy


def reports_of(school_id: int, staff_id: uuid.UUID) -> Q:
    """Return the reports of which somebody is told: still in the office for which they were told, and not concerned.

    Whoever is named as concerned later loses sight in that moment.
    """
    today = clock.today()
    roles = RoleHeld.objects.filter(
        school_id=school_id,
        account__memberships__school_id=school_id,
        account__memberships__person_id=staff_id,
        starts__lte=today,
    ).exclude(ends__lt=today)
    named = SafetyOfficer.objects.of(school_id).filter(staff_id=staff_id, ended_at=None)
    still = (
        Q(office=HarmReader.As.REPORTER)
        | Q(office__in=roles.values("role"))
        | (Q(office=HarmReader.As.OFFICER) & Exists(named))
    )
    told = HarmReader.objects.of(school_id).filter(still, staff_id=staff_id)
    concerned = HarmConcerned.objects.of(school_id).filter(staff_id=staff_id)
    return Q(pk__in=told.values("report_id")) & ~Q(pk__in=concerned.values("report_id"))


# The duty is everybody's who works at the school (未成年人保护法 11), the administrator's and the assessor's, too.
HARM_REPORT = policy("care.harm_report", paths={}, write=dict.fromkeys(sorted(STAFF), Reach.SCHOOL))
HARM = policy("care.harm", paths={Reach.OWN: reports_of}, view=dict.fromkeys(sorted(STAFF), Reach.OWN))

# Whom the school names beside its offices.
OFFICER = policy("care.officer", paths={}, edit={Role.MORAL_OFFICE: Reach.SCHOOL, Role.PRINCIPAL: Reach.SCHOOL})

declare("care.SafetyOfficer", L2="id school staff since ended_at")
declare(
    "care.HarmReport",
    L2="id school edit",
    L3="student reported_by known_at entered_at state untold decision closed_at closed_by",
    L4="seen because",
)
declare("care.HarmConcerned", L2="id school", L3="report kind staff at by", L4="name")
declare("care.HarmReader", L2="id school", L3="report staff office at")
declare("care.HarmStep", L2="id school", L3="report kind at entered_at by", L4="whom number text")
