"""Records written, corrected, withdrawn; each with its acts, in one transaction."""

import datetime as dt
import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.ids import new_id
from taoli.common.pictures import Cleaned
from taoli.common.policy import Actor, Held, Role
from taoli.common.unit import change
from taoli.duties.services import NewAct, add_acts, replace_acts
from taoli.engine.calendar import teaching_days
from taoli.guidance.models import RECORD_MOVES, GuidanceRecord
from taoli.guidance.permissions import TICK_SHEET
from taoli.guidance.phrases import MET_WAYS, SEEN, full_date, way_of
from taoli.guidance.queries.choices import recordable
from taoli.guidance.queries.on_duty import met
from taoli.guidance.queries.records import UNDO, get_own_record
from taoli.guidance.services.drafts import settle_draft
from taoli.guidance.services.files import add_file, forget_files
from taoli.guidance.services.search import forget_records, index_records
from taoli.guidance.services.steps import carry_ticks
from taoli.guidance.services.telling import tell_seen
from taoli.matching.models import Pairing
from taoli.matching.queries.pairings import holding
from taoli.roster.models import Staff, Student
from taoli.roster.queries.calendar import calendar_facts, current_term, days_of_record

SOURCE = "guidance"
State = GuidanceRecord.State
FORTNIGHT = dt.timedelta(days=14)
ONLY_MET = gettext_lazy("Of a student met on duty, please note what you saw, a talk or a telephone call.")
WITH_CLASS = frozenset({"parent_meeting", "class_meeting"})  # ways held with a class, not with a study group


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFacts:
    """What somebody says of an occasion; `guidances` are the scheme's own words, `private_text` is never printed."""

    kind: str
    channel: str
    held_on: dt.date
    made: bool = True
    guidances: Sequence[str] = ()
    theme: str = ""
    place: str = ""
    minutes: int | None = None
    planned: bool = False
    private_text: str = ""
    next_step: str = ""
    next_on: dt.date | None = None


def record_submit(
    *,
    by: Actor,
    student_ids: Sequence[uuid.UUID],
    facts: RecordFacts,
    op: uuid.UUID | None = None,
    file: Cleaned | None = None,
    draft: str = "",
    held_by: uuid.UUID | None = None,
) -> list[GuidanceRecord]:
    """Write one record for each student of an occasion; the same `op` again returns what is there.

    `file`: a photo or document that goes with it. `draft`: the key of the form it was typed in, empty from now on.
    `held_by`: the member of staff who held it, where somebody else types it from paper: the record is that person's,
    `entered_by` who typed. TaoliError: nobody chosen, a student beyond reach, a date in the future, or before the
    holidays that precede the term.
    """
    occasion = op or new_id()
    holder = _holder(by, held_by)
    held = {"held_by": held_by} if held_by else {}
    with change(by=by, action="record.submit", object_id=occasion, students=list(student_ids), **held):
        known = GuidanceRecord.objects.of(by.school_id).filter(occasion=occasion, by_id=holder.person_id)
        if op and (there := list(known.order_by("id"))):
            return there
        students, beyond = _chosen(holder, student_ids, facts)
        _check_date(by.school_id, facts.held_on)
        if not facts.made and facts.next_on is None:
            facts = replace(facts, next_on=_next_school_day(by.school_id))
        rows = _rows(holder, occasion, students, facts, entered_by=by.person_id)
        GuidanceRecord.objects.bulk_create(rows)
        index_records(rows)
        add_acts(by=by, acts=_acts(rows))
        if file:
            add_file(by, occasion, file)
        settle_draft(by, draft)
        seen = [row for row in rows if row.student_id in beyond or facts.kind == SEEN.kind]
        tell_seen(by=by, rows=seen)
    return rows


def record_correct(*, by: Actor, pk: uuid.UUID, facts: RecordFacts, reason: str, draft: str = "") -> GuidanceRecord:
    """Put a new version in the place of one's own record; return it. The old one is kept.

    What was done is said of the whole occasion, so all its students get a new version; texts and next step change in
    this record only. ConflictError when it has been corrected or withdrawn meanwhile.
    """
    record = get_own_record(by, pk)
    if not reason.strip():
        raise TaoliError(_("Please say why it is corrected; the reason is kept with the record."))
    with change(by=by, action="record.correct", object_id=record.occasion, record=pk, reason=reason):
        old = _locked(record)
        _check_date(by.school_id, facts.held_on)
        _check_way(by, old, facts)
        fresh = [_next_version(by, row, facts, reason, own=row.pk == pk) for row in old]
        GuidanceRecord.objects.of(by.school_id).filter(pk__in=[row.pk for row in old]).update(state=State.REPLACED)
        GuidanceRecord.objects.bulk_create(fresh)
        index_records(fresh)
        replace_acts(by=by, occasion=record.occasion, acts=_acts(fresh))
        carry_ticks(old, fresh)
        settle_draft(by, draft)
    return next(row for row in fresh if row.replaces_id == pk)


def record_withdraw(*, by: Actor, pk: uuid.UUID) -> int:
    """Take back an occasion that one has just written (10 minutes); return of how many students."""
    record = get_own_record(by, pk)
    if record.version > 1 or clock.now() - record.entered_at > UNDO:
        raise TaoliError(_("It can be taken back for ten minutes only. Please correct the record, with a reason."))
    with change(by=by, action="record.withdraw", object_id=record.occasion, record=pk):
        old = _locked(record)
        GuidanceRecord.objects.of(by.school_id).filter(pk__in=[row.pk for row in old]).update(state=State.WITHDRAWN)
        replace_acts(by=by, occasion=record.occasion)
        forget_files(record)
        forget_records(old)
    return len(old)


def _chosen(
    by: Actor, student_ids: Sequence[uuid.UUID], facts: RecordFacts
) -> tuple[list[Student], frozenset[uuid.UUID]]:
    """Return the students in the order chosen, and which of them are reached only as somebody on duty."""
    if by.person_kind != "staff" or by.person_id is None:
        raise TaoliError(_("Records are written by the school's staff."))
    if not student_ids:
        raise TaoliError(_("Please choose at least one student."))
    usual = {one.pk: one for one in recordable(by, student_ids, facts.held_on)}
    beyond = {one.pk: one for one in met(by, [pk for pk in student_ids if pk not in usual], facts.held_on)}
    if len(usual) + len(beyond) != len(set(student_ids)):
        raise TaoliError(_("One of the students is not yours to write for. Please choose from the list."))
    if beyond and (facts.kind, facts.channel) not in {(way.kind, way.channel) for way in MET_WAYS}:
        raise TaoliError(ONLY_MET)
    return [(usual | beyond)[pk] for pk in dict.fromkeys(student_ids)], frozenset(beyond)


def _check_way(by: Actor, old: Sequence[GuidanceRecord], facts: RecordFacts) -> None:
    """What was noted of somebody met on duty does not become a visit by a correction."""
    if (facts.kind, facts.channel) in {(old[0].kind, old[0].channel), *((way.kind, way.channel) for way in MET_WAYS)}:
        return
    if len(recordable(by, [row.student_id for row in old], facts.held_on)) < len(old):
        raise TaoliError(ONLY_MET)


def _check_date(school_id: int, held_on: dt.date) -> None:
    today = clock.today()
    if held_on > today:
        raise TaoliError(_("The date lies in the future. Please write it down after it has taken place."))
    days = days_of_record(school_id, today)
    if days is None or not days[0] <= held_on <= days[1]:
        raise TaoliError(
            _("%(day)s lies outside the term and its holidays (%(first)s to %(last)s). Please check the date.")
            % {
                "day": full_date(held_on),
                "first": full_date(days[0]) if days else "–",
                "last": full_date(days[1]) if days else "–",
            }
        )


def _next_school_day(school_id: int) -> dt.date:
    tomorrow = clock.today() + dt.timedelta(days=1)
    term = current_term(school_id)
    days = teaching_days(calendar_facts(school_id, term), tomorrow, tomorrow + FORTNIGHT) if term else ()
    return days[0] if days else tomorrow


def _holder(by: Actor, held_by: uuid.UUID | None) -> Actor:
    """Return in whose name the record is written; TaoliError for whoever may write in nobody's but the own."""
    if held_by is None or held_by == by.person_id:
        return by
    if not TICK_SHEET.may(by, "type") or not Staff.objects.of(by.school_id).filter(pk=held_by, left_on=None).exists():
        raise TaoliError(_("Only the office types for somebody else, and only for the school's staff."))
    mentor = (Held(Role.MENTOR),)
    return Actor(account_id=None, school_id=by.school_id, person_kind="staff", person_id=held_by, roles=mentor)


def _rows(
    by: Actor,
    occasion: uuid.UUID,
    students: Collection[Student],
    facts: RecordFacts,
    *,
    entered_by: uuid.UUID | None,
) -> list[GuidanceRecord]:
    assert by.person_id is not None
    pairings = _pairings(by, [student.pk for student in students], facts.held_on)
    now = clock.now()
    return [
        GuidanceRecord(
            school_id=by.school_id,
            occasion=occasion,
            student=student,
            by_id=by.person_id,
            pairing=pairings.get(student.pk),
            school_class_id=student.school_class_id,
            entered_at=now,
            entered_by=entered_by,
            **_said(facts),
            private_text=facts.private_text,
            next_step=facts.next_step,
            next_on=facts.next_on,
        )
        for student in students
    ]


def _said(facts: RecordFacts) -> dict[str, object]:
    return {
        "kind": facts.kind,
        "channel": facts.channel,
        "made": facts.made,
        "guidances": list(facts.guidances),
        "theme": facts.theme,
        "place": facts.place,
        "held_on": facts.held_on,
        "minutes": facts.minutes,
        "planned": facts.planned,
    }


def _pairings(by: Actor, student_ids: Collection[uuid.UUID], on: dt.date) -> dict[uuid.UUID, Pairing]:
    """A record belongs to the pairing of its day, and stays with it whoever mentors the student later."""
    near = Q(mentor_id=by.person_id, student_id__in=student_ids)
    rows = Pairing.objects.of(by.school_id).filter(holding(on), near)
    return {row.student_id: row for row in rows.order_by("starts", "id")}


def _locked(record: GuidanceRecord) -> list[GuidanceRecord]:
    """Lock the submitted rows of the occasion; ConflictError when this one may not move on any more."""
    rows = GuidanceRecord.objects.of(record.school_id).filter(occasion=record.occasion, by_id=record.by_id)
    found = {row.pk: row for row in rows.select_for_update().order_by("id")}
    if not RECORD_MOVES[State(found[record.pk].state)]:
        raise ConflictError(_("This record has been corrected or taken back meanwhile. Please open it again."))
    return [row for row in found.values() if row.state == State.SUBMITTED]


def _next_version(by: Actor, row: GuidanceRecord, facts: RecordFacts, reason: str, *, own: bool) -> GuidanceRecord:
    pairing = _pairings(by, [row.student_id], facts.held_on).get(row.student_id)
    texts = facts if own else row
    return GuidanceRecord(
        school_id=row.school_id,
        occasion=row.occasion,
        student_id=row.student_id,
        by_id=row.by_id,
        pairing=pairing,
        school_class_id=row.school_class_id,
        entered_at=clock.now(),
        entered_by=by.person_id,
        **_said(facts),
        private_text=texts.private_text,
        next_step=texts.next_step,
        next_on=texts.next_on,
        version=row.version + 1,
        replaces_id=row.pk,
        correction_reason=reason.strip(),
    )


def _acts(rows: Sequence[GuidanceRecord]) -> list[NewAct]:
    units = {row.pairing.group_id if row.pairing else None for row in rows}
    if way_of(rows[0].kind, rows[0].channel).key in WITH_CLASS:
        units = {row.school_class_id for row in rows}
    unit = next(iter(units)) if len(units) == 1 else None
    return [
        NewAct(
            occasion=row.occasion,
            source=SOURCE,
            source_id=row.pk,
            kind=row.kind,
            channel=row.channel,
            mentor_id=row.by_id,
            student_id=row.student_id,
            held_on=row.held_on,
            entered_on=clock.today(),
            made=row.made,
            group_id=unit,
            minutes=row.minutes,
            theme=bool(row.theme),
            planned=row.planned,
        )
        for row in rows
    ]
