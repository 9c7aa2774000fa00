"""Reporting harm: who is told, what was done, how it was decided. Nothing of it reaches whom it concerns."""

import datetime as dt
import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from taoli.care.models import HarmConcerned, HarmReader, HarmReport, HarmStep
from taoli.care.permissions.harm import HARM_REPORT
from taoli.care.queries.few import few_of
from taoli.care.queries.finding import staff_called, staff_of_family, student_called
from taoli.care.queries.harm import get_report, harm_place, may_close
from taoli.care.services.informing import tell_harm, withdraw_harm
from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.notifications.queries.inbox import person_of
from taoli.roster.models import Staff, Student
from taoli.roster.services.sealing import seal_about

Kind, Decision, Step = HarmConcerned.Kind, HarmReport.Decision, HarmStep.Kind
NEEDED = {
    Decision.POLICE: {Step.POLICE},
    Decision.BUREAU: {Step.BUREAU},
    Decision.BOTH: {Step.POLICE, Step.BUREAU},
    Decision.NOT: set[HarmStep.Kind](),
}


@dataclass(frozen=True, slots=True)
class StepFacts:
    """What was done: when, who was told (person, office), under which number."""

    kind: str
    at: dt.datetime
    whom: str = ""
    number: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class HarmFacts:
    """A report as its writer says it. `kinds`: who is concerned; `staff`: their names; `others`: names of others."""

    name: str
    seen: str
    known_at: dt.datetime
    kinds: Collection[str]
    room: str = ""
    staff: str = ""
    others: str = ""
    steps: Collection[StepFacts] = ()


def report_harm(*, by: Actor, facts: HarmFacts) -> HarmReport:
    """Keep a report of harm and tell the named few who are not concerned.

    TaoliError: no such student, nobody or an unknown colleague named, oneself named, a moment in the future.
    """
    if not HARM_REPORT.may(by, "write") or by.person_id is None:
        raise TaoliError(_("Only who works at the school writes here."))
    with change(by=by, action="harm.report") as note:
        student = student_called(by.school_id, facts.name, facts.room)
        _check(facts)
        named = _named(by, student, facts)
        row = _new(by, student, facts)
        out = {one.pk for one in named}
        few = [] if Kind.UNKNOWN in facts.kinds else few_of(by.school_id, but=out)
        row.untold = not few
        row.save(force_insert=True)
        _concern(by, row, facts.kinds, named, facts.others)
        _read(row, [(HarmReader.As.REPORTER.value, by.person_id), *few])
        for one in facts.steps:
            _keep(by, row, one)
        note.object_id = row.pk
        tell_harm(by=by, row=row, to=[pk for _office, pk in few])
    return row


def _check(facts: HarmFacts) -> None:
    if not facts.seen.strip():
        raise TaoliError(_("Please write what was seen or heard, in the student's own words where you can."))
    if facts.known_at > clock.now():
        raise TaoliError(_("This moment has not come yet. Please check when it became known."))
    if not set(facts.kinds) & set(Kind.values):
        raise TaoliError(_("Please say who is concerned: those are not told."))
    if Kind.STAFF in facts.kinds and not facts.staff.strip():
        raise TaoliError(_("Please write the colleague's name; or tick that you cannot name the person."))


def _named(by: Actor, student: Student, facts: HarmFacts) -> list[Staff]:
    """Return the staff concerned: named as such, named as somebody else, or of the family suspected."""
    found, strange = staff_called(by.school_id, facts.staff)
    if strange:
        raise TaoliError(
            _("Nobody of the staff is called %(names)s. Please check; or tick that you cannot name the person.")
            % {"names": "、".join(strange)}
        )
    same, _others = staff_called(by.school_id, facts.others)
    family = staff_of_family(student) if Kind.FAMILY in facts.kinds else []
    known = list({one.pk: one for one in [*found, *same, *family]}.values())
    if by.person_id in {one.pk for one in found}:
        raise TaoliError(_("You cannot name yourself here. Please call the police or the bureau."))
    return [one for one in known if one.pk != by.person_id]


def _new(by: Actor, student: Student, facts: HarmFacts) -> HarmReport:
    row = HarmReport(
        school_id=by.school_id,
        student=student,
        reported_by_id=person_of(by),
        known_at=facts.known_at,
        entered_at=clock.now(),
    )
    row.seen = seal_about(by.school_id, student.pk, facts.seen.strip(), harm_place("report", row.pk, "seen"))
    return row


def _concern(by: Actor, row: HarmReport, kinds: Collection[str], staff: Iterable[Staff], others: str) -> None:
    now = clock.now()
    made = {"school_id": by.school_id, "report": row, "at": now, "by_id": by.person_id}
    for one in staff:
        HarmConcerned.objects.create(**made, kind=Kind.STAFF, staff=one)
    left = others.strip()
    for kind in kinds:
        if kind == Kind.STAFF:
            continue
        line = HarmConcerned(**made, kind=kind)
        line.name = seal_about(by.school_id, row.student_id, left, harm_place("concerned", line.pk, "name"))
        line.save(force_insert=True)


def _read(row: HarmReport, few: Iterable[tuple[str, uuid.UUID]]) -> list[uuid.UUID]:
    known = set(HarmReader.objects.of(row.school_id).filter(report=row).values_list("office", "staff_id"))
    new = [one for one in dict.fromkeys(few) if one not in known]
    now = clock.now()
    HarmReader.objects.bulk_create(
        HarmReader(school_id=row.school_id, report=row, staff_id=pk, office=office, at=now) for office, pk in new
    )
    seen = {pk for _office, pk in known}
    return [pk for _office, pk in new if pk not in seen]


def _keep(by: Actor, row: HarmReport, facts: StepFacts) -> HarmStep:
    step = HarmStep(
        school_id=by.school_id,
        report=row,
        kind=Step(facts.kind),
        at=facts.at,
        entered_at=clock.now(),
        by_id=person_of(by),
    )
    for field in ("whom", "number", "text"):
        place = harm_place("step", step.pk, field)
        setattr(step, field, seal_about(by.school_id, row.student_id, getattr(facts, field).strip(), place))
    step.save()
    return step


def add_step(*, by: Actor, pk: uuid.UUID, facts: StepFacts) -> HarmStep:
    """Write down what was done; nothing written before is changed.

    TaoliError: a moment in the future, or a call without who took it.
    """
    with change(by=by, action="harm.step", object_id=pk, kind=facts.kind):
        row = _locked(by, pk)
        if facts.at > clock.now():
            raise TaoliError(_("This moment has not come yet. Please check it."))
        if facts.kind in {Step.POLICE, Step.BUREAU, Step.TOLD} and not facts.whom.strip():
            raise TaoliError(_("Please write who took the call: name, office or number of the officer."))
        step = _keep(by, row, facts)
        _save(row)
    return step


def name_concerned(*, by: Actor, pk: uuid.UUID, kind: str, staff: str = "", others: str = "") -> None:
    """Name a further person who is concerned; a colleague named loses sight in this moment.

    TaoliError: an unknown colleague, oneself, or nobody.
    """
    with change(by=by, action="harm.name", object_id=pk):
        row = _locked(by, pk)
        if (
            kind not in set(Kind.values) - {Kind.UNKNOWN}
            or not (staff if kind == Kind.STAFF else staff or others).strip()
        ):
            raise TaoliError(_("Please say who is concerned: those are not told."))
        facts = HarmFacts(row.student.name, "", row.known_at, {kind}, staff=staff, others=others)
        _concern(by, row, {kind}, _named(by, row.student, facts), others)
        _keep(by, row, StepFacts(Step.NAMED, clock.now()))
        out = HarmConcerned.objects.of(by.school_id).filter(report=row).exclude(staff=None)
        left = HarmReader.objects.of(by.school_id).filter(report=row).exclude(office=HarmReader.As.REPORTER)
        withdraw_harm(by=by, row=row, receivers=out.values_list("staff_id", flat=True))
        row.untold = not left.exclude(staff__in=out.values("staff_id")).exists()
        _save(row, "untold")


def tell_more(*, by: Actor, pk: uuid.UUID) -> int:
    """Tell those who hold the offices now and were not told yet; never whom it concerns. Returns how many are new."""
    with change(by=by, action="harm.tell", object_id=pk) as note:
        row = _locked(by, pk)
        concerned = HarmConcerned.objects.of(by.school_id).filter(report=row)
        if concerned.filter(kind=Kind.UNKNOWN).exists():
            raise TaoliError(_("As long as the colleague is not named, nobody else at the school is told."))
        out = set(concerned.exclude(staff=None).values_list("staff_id", flat=True))
        few = few_of(by.school_id, but=out)
        new = _read(row, few)
        if new:
            _keep(by, row, StepFacts(Step.ADDED, clock.now()))
            row.untold = False
            _save(row, "untold")
            tell_harm(by=by, row=row, to=new)
        note.data["count"] = len(new)
    return len(new)


def close_harm(*, by: Actor, pk: uuid.UUID, edit: int, decision: str, because: str) -> HarmReport:
    """Close a report with decision and reason, once it stands there who was told.

    TaoliError: no decision, no reason, or no step that says who was told; ConflictError: changed meanwhile.
    """
    with change(by=by, action="harm.close", object_id=pk):
        row = _locked(by, pk)
        if not may_close(by, row):
            raise TaoliError(_("The decision is with the offices that have been told."))
        if row.edit != edit or row.state == HarmReport.State.CLOSED:
            raise ConflictError(_("Something was added on another page meanwhile. What you wrote still stands here."))
        if decision not in Decision.values or not because.strip():
            raise TaoliError(_("It cannot be closed without a decision and the reason for it."))
        _check_told(row, Decision(decision))
        row.state, row.decision, row.closed_at = HarmReport.State.CLOSED, decision, clock.now()
        row.closed_by_id = by.person_id
        place = harm_place("report", row.pk, "because")
        row.because = seal_about(by.school_id, row.student_id, because.strip(), place)
        _keep(by, row, StepFacts(Step.CLOSED, clock.now()))
        _save(row, "state", "decision", "because", "closed_at", "closed_by")
    return row


def _check_told(row: HarmReport, decision: HarmReport.Decision) -> None:
    steps = HarmStep.objects.of(row.school_id).filter(report=row).exclude(whom="")
    kinds = set(steps.values_list("kind", flat=True))
    if not kinds or NEEDED[decision] - kinds:
        raise TaoliError(_("Please first write down who was told: the call, the time, who took it, the number."))


def _locked(by: Actor, pk: uuid.UUID) -> HarmReport:
    get_report(by, pk)
    rows = HarmReport.objects.of(by.school_id).select_for_update(of=("self",)).select_related("student")
    return rows.get(pk=pk)


def _save(row: HarmReport, *fields: str) -> None:
    row.edit += 1
    row.save(update_fields=[*fields, "edit"])
