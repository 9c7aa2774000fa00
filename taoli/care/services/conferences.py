"""Conferences are planned, begun, held, or do not take place."""

import datetime as dt
import uuid
from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import gettext as _

from taoli.care.models import CONFERENCE_MOVES, AgendaNote, Attendance, Conference, ConferenceItem
from taoli.care.permissions.conferences import CONFERENCE
from taoli.care.queries.cadence import ASKED
from taoli.care.queries.conferences import Place, get_managed, places
from taoli.care.queries.members import member_ids, usual_members
from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.duties.services import NewAct, replace_acts
from taoli.engine.scheme.vocabulary import Channel, ConferenceKind
from taoli.engine.scheme.vocabulary import Kind as ActKind
from taoli.roster.models import Student
from taoli.roster.queries.people import own_staff
from taoli.schemes.queries import published, rules

Kind, State = Conference.Kind, Conference.State
FAR = dt.timedelta(days=370)
LONGEST_REASON = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is said of a conference when it is planned; `members` None: who usually takes part."""

    kind: str
    place: str
    held_on: dt.date
    title: str = ""
    room: str = ""
    chair_id: uuid.UUID | None = None
    student_id: uuid.UUID | None = None
    members: Collection[uuid.UUID] | None = None


def plan_conference(*, by: Actor, plan: Plan) -> Conference:
    """Plan a conference. TaoliError: a place beyond reach, a kind that is not held there, a day too far away, a
    restricted committee without named members.
    """
    with change(by=by, action="conference.plan", kind=plan.kind) as note:
        place = _place(by, plan)
        row = Conference(
            school_id=by.school_id,
            kind=plan.kind,
            school_class_id=place.class_id,
            grade_id=place.grade_id,
            entered_at=clock.now(),
            entered_by=by.account_id,
        )
        _fill(by, row, plan)
        row.save(force_insert=True)
        _expect(row, usual_members(row) if plan.members is None else plan.members)
        note.object_id = row.pk
    return row


def change_conference(*, by: Actor, pk: uuid.UUID, edit: int, plan: Plan) -> Conference:
    """Change day, room, chair, members of a conference that is still to be held; kind and place stay."""
    with change(by=by, action="conference.change", object_id=pk):
        row = _locked(by, pk)
        if row.edit != edit:
            raise ConflictError(
                _("This conference was changed on another page meanwhile. What you wrote still stands here.")
            )
        if row.state not in {State.PLANNED, State.RUNNING}:
            raise TaoliError(_("This conference is over. Its minutes stay as they are."))
        _fill(by, row, plan)
        row.edit += 1
        row.save()
        if plan.members is not None:
            _expect(row, plan.members)
    return row


def begin_conference(*, by: Actor, pk: uuid.UUID) -> Conference:
    """Begin a conference: from now on its agenda stays as it is. Begun already, nothing changes."""
    with change(by=by, action="conference.begin", object_id=pk):
        row = _locked(by, pk)
        if row.state != State.RUNNING:
            _move(row, State.RUNNING)
            row.begun_at = clock.now()
            row.save(update_fields=["state", "begun_at"])
    return row


def hold_conference(*, by: Actor, pk: uuid.UUID, on_paper: bool = False, held_on: dt.date | None = None) -> Conference:
    """Close a conference that was held: it counts for the scheme, and the lists its students came from are crossed off.

    TaoliError: a day in the future.
    """
    with change(by=by, action="conference.hold", object_id=pk, on_paper=on_paper):
        row = _locked(by, pk)
        day = held_on or min(row.held_on, clock.today()) if on_paper else held_on or clock.today()
        if day > clock.today():
            raise TaoliError(_("The date lies in the future. Please check it."))
        _move(row, State.HELD)
        row.held_on, row.on_paper, row.closed_at = day, on_paper, clock.now()
        row.save(update_fields=["state", "held_on", "on_paper", "closed_at"])
        expected = Attendance.objects.of(by.school_id).filter(conference_id=pk, state=Attendance.State.EXPECTED)
        expected.update(state=Attendance.State.PRESENT)
        _cross_off(row)
        _count(by, row)
    return row


def cancel_conference(*, by: Actor, pk: uuid.UUID, reason: str) -> Conference:
    """Say that a conference does not take place, and why; the next agenda carries what was still open."""
    with change(by=by, action="conference.cancel", object_id=pk):
        row = _locked(by, pk)
        said = " ".join(reason.split())
        if not said:
            raise TaoliError(_("Please say in a few words why it does not take place."))
        _move(row, State.CANCELLED)
        row.cancelled_because = said[:LONGEST_REASON]
        row.save(update_fields=["state", "cancelled_because"])
    return row


def replan_conference(*, by: Actor, pk: uuid.UUID, held_on: dt.date) -> Conference:
    """Plan a conference anew that was called off."""
    with change(by=by, action="conference.replan", object_id=pk):
        row = _locked(by, pk)
        _move(row, State.PLANNED)
        row.held_on, row.cancelled_because = _day(held_on), ""
        row.save(update_fields=["state", "held_on", "cancelled_because"])
    return row


def _locked(by: Actor, pk: uuid.UUID) -> Conference:
    get_managed(by, pk)
    return Conference.objects.of(by.school_id).select_for_update(of=("self",)).get(pk=pk)


def _move(row: Conference, state: Conference.State) -> None:
    if state not in CONFERENCE_MOVES[State(row.state)]:
        raise ConflictError(_("Something else has become of this conference meanwhile. Please look again."))
    row.state = state


def _place(by: Actor, plan: Plan) -> Place:
    found = next((one for one in places(by) if one.key == plan.place), None)
    if found is None or not CONFERENCE.may(by, "plan"):
        raise TaoliError(_("This class or grade is not yours to plan for."))
    if plan.kind not in found.kinds:
        raise TaoliError(_("This kind of conference is held somewhere else: class, grade or school."))
    return found


def _fill(by: Actor, row: Conference, plan: Plan) -> None:
    row.held_on, row.title, row.place = _day(plan.held_on), plan.title.strip()[:60], plan.room.strip()[:60]
    row.chair_id = _staff(by, plan.chair_id) or by.person_id
    if row.kind == Kind.FAMILY:
        asked = [plan.student_id] if plan.student_id else []
        rows = Student.objects.of(by.school_id).filter(pk__in=asked, school_class=row.school_class)
        row.student = rows.filter(left_on=None).first()
        if row.student is None:
            raise TaoliError(_("Please choose the student whose family comes."))
    if row.kind == Kind.BULLYING and not plan.members:
        raise TaoliError(_("Please name the members of the committee. Nobody else sees that it meets."))


def _day(day: dt.date) -> dt.date:
    if abs(day - clock.today()) > FAR:
        raise TaoliError(_("This day is more than a year away. Please check it."))
    return day


def _staff(by: Actor, pk: uuid.UUID | None) -> uuid.UUID | None:
    if pk is None:
        return None
    found = own_staff(by.school_id).filter(pk=pk).first()
    if found is None:
        raise TaoliError(_("This teacher is not at the school any more. Please choose another one."))
    return found.pk


def _expect(row: Conference, members: Collection[uuid.UUID]) -> None:
    """Put exactly these members in place; whoever came or sent word stays."""
    rows = Attendance.objects.of(row.school_id).filter(conference_id=row.pk)
    known = set(rows.values_list("staff_id", flat=True))
    wanted = set(own_staff(row.school_id).filter(pk__in=members).values_list("pk", flat=True))
    rows.filter(state=Attendance.State.EXPECTED).exclude(staff_id__in=wanted).delete()
    Attendance.objects.bulk_create(
        Attendance(school_id=row.school_id, conference_id=row.pk, staff_id=pk) for pk in sorted(wanted - known)
    )


def _cross_off(row: Conference) -> None:
    items = ConferenceItem.objects.of(row.school_id).filter(conference_id=row.pk, discussed=True)
    notes = AgendaNote.objects.of(row.school_id).filter(staff_id__in=member_ids(row), crossed_at=None)
    notes.filter(student_id__in=items.values("student_id")).update(crossed_at=clock.now())


def _count(by: Actor, row: Conference) -> None:
    """Tell the duties: one act of the class, grade or school; it is of who was in the chair."""
    doer = row.chair_id or by.person_id
    asked = ASKED.get(Kind(row.kind))
    if doer is None or asked is None:
        return
    act = NewAct(
        occasion=row.pk,
        source="care.conference",
        source_id=row.pk,
        kind=ActKind.CONFERENCE.value,
        channel=_key(row, asked) or Channel.FACE_TO_FACE.value,
        mentor_id=doer,
        student_id=None,
        group_id=row.school_class_id or row.grade_id,
        held_on=row.held_on,
        entered_on=clock.today(),
    )
    replace_acts(by=by, occasion=row.pk, acts=[act])


def _key(row: Conference, asked: ConferenceKind) -> str:
    """The scheme's own name of the meeting, so that it counts for that one only."""
    version = published(row.school_id, row.held_on)
    found = rules(version).conferences if version else ()
    return next((one.key for one in found if one.kind == asked), "")
