"""Evenings of the parents' school: planned, counted by class, and told to the duties once."""

import datetime as dt
import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import F
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.duties.services import NewAct, replace_acts
from taoli.evaluation.models import TrainingSession
from taoli.neighbourhood.models import LectureClass, ParentLecture
from taoli.neighbourhood.queries.lectures import meeting_key, narrow, parts_of
from taoli.neighbourhood.services.stations import new_door
from taoli.roster.models import SchoolClass, Staff

SOURCE, LECTURE, CONFERENCE = "parent_school", "lecture", "conference"
MINUTES = 60
MOST = 400  # families of one class
SHEET_DAYS = dt.timedelta(days=14)


@dataclass(frozen=True, slots=True)
class LectureFacts:
    """What is said of an evening; `mentor_id`: the mentor of the school who speaks."""

    kind: str
    theme: str
    held_on: dt.date
    at: dt.time
    place: str
    mentor_id: uuid.UUID | None
    speaker: str
    sheet: str


def keep_lecture(
    *, by: Actor, facts: LectureFacts, rooms: Collection[uuid.UUID], pk: uuid.UUID | None = None, edit: int = 0
) -> ParentLecture:
    """Plan an evening or change it. TaoliError: nobody speaks, no class; ConflictError: changed meanwhile."""
    if not rooms or SchoolClass.objects.of(by.school_id).filter(pk__in=rooms).count() < len(set(rooms)):
        raise TaoliError(_("Please choose the classes that are asked."))
    if facts.mentor_id and not Staff.objects.of(by.school_id).filter(pk=facts.mentor_id).exists():
        raise TaoliError(_("This teacher is not of the school."))
    if not facts.mentor_id and not facts.speaker:
        raise TaoliError(_("Please say who speaks: a mentor of the school, or somebody else."))
    with change(by=by, action="lecture.keep", rooms=len(rooms)) as note:
        row = _row(by, pk, edit)
        for name in ("kind", "theme", "held_on", "at", "place", "mentor_id", "speaker", "sheet"):
            setattr(row, name, getattr(facts, name))
        row.edit += 1
        row.save()
        _rooms(row, set(rooms))
        _tell(by, row)
        note.object_id = row.pk
    return row


def cancel_lecture(*, by: Actor, pk: uuid.UUID, reason: str) -> ParentLecture:
    """Say that an evening does not take place; what it counted for is taken back."""
    if not reason.strip():
        raise TaoliError(_("Please say in a few words why it does not take place."))
    with change(by=by, action="lecture.cancel", object_id=pk):
        row = ParentLecture.objects.of(by.school_id).select_for_update().get(pk=pk)
        row.cancelled, row.edit = reason.strip()[:120], row.edit + 1
        row.save(update_fields=["cancelled", "edit"])
        replace_acts(by=by, occasion=row.pk)
    return row


def type_counts(*, by: Actor, lecture: ParentLecture, counts: Mapping[uuid.UUID, int | None]) -> None:
    """Keep what the paper lists say, class → families; None goes back to what was tapped at the door.

    TaoliError: the evening lies ahead, or a number no class can have.
    """
    _held(lecture)
    if any(count is not None and not 0 <= count <= MOST for count in counts.values()):
        raise TaoliError(_("A class has at most %(most)d families. Please check the numbers.") % {"most": MOST})
    allowed = {one.school_class_id for one in parts_of(lecture, by if narrow(by, lecture) else None)}
    with change(by=by, action="lecture.count", object_id=lecture.pk):
        row = ParentLecture.objects.of(by.school_id).select_for_update().get(pk=lecture.pk)
        parts = LectureClass.objects.of(by.school_id).filter(lecture=row)
        for room, count in counts.items():
            if room in allowed:
                parts.filter(school_class_id=room).update(typed=count)
        _tell(by, row)


def tap_class(*, by: Actor, lecture: ParentLecture, room: uuid.UUID, sheet: bool) -> None:
    """Count one family of a class at the door, or one that reads the sheet; nobody's name. TaoliError: not the day."""
    if sheet:
        if not lecture.held_on <= clock.today() <= lecture.held_on + SHEET_DAYS:
            raise TaoliError(_("The sheet is here from the evening on, for two weeks."))
    elif clock.today() != lecture.held_on or lecture.cancelled:
        raise TaoliError(_("Families are counted at the door, on the day itself."))
    with change(by=by, action="lecture.tap", object_id=lecture.pk):
        parts = LectureClass.objects.of(lecture.school_id).filter(lecture=lecture, school_class_id=room)
        first = not sheet and parts.filter(tapped=0).exists()
        row = ParentLecture.objects.of(lecture.school_id).select_for_update().get(pk=lecture.pk) if first else lecture
        field = "sheets" if sheet else "tapped"
        if not parts.filter(**{f"{field}__lt": MOST}).update(**{field: F(field) + 1}):
            raise TaoliError(_("This class is not asked this evening."))
        if first:  # of its class: the meeting has been held for that class, too
            _tell(by, row)


def tell_again(*, by: Actor, lectures: Collection[tuple[uuid.UUID | None, dt.date]]) -> None:
    """Tell the duties anew of the evenings at which these mentors spoke on these days: Training has changed."""
    for mentor, day in lectures:
        if mentor:
            for row in ParentLecture.objects.of(by.school_id).filter(mentor=mentor, held_on=day):
                _tell(by, row)


def _held(lecture: ParentLecture) -> None:
    if lecture.held_on > clock.today() or lecture.cancelled:
        raise TaoliError(_("It has not taken place yet."))


def _row(by: Actor, pk: uuid.UUID | None, edit: int) -> ParentLecture:
    if pk is None:
        return ParentLecture(school_id=by.school_id, door=new_door(), made_by=by.person_id)
    row = ParentLecture.objects.of(by.school_id).select_for_update().get(pk=pk)
    if row.edit != edit:
        raise ConflictError(_("Somebody changed this evening meanwhile. Please look at it again."))
    return row


def _rooms(row: ParentLecture, wanted: set[uuid.UUID]) -> None:
    there = LectureClass.objects.of(row.school_id).filter(lecture=row)
    known = set(there.values_list("school_class_id", flat=True))
    there.exclude(school_class_id__in=wanted).delete()
    LectureClass.objects.bulk_create(
        LectureClass(school_id=row.school_id, lecture=row, school_class_id=pk) for pk in sorted(wanted - known)
    )


def _tell(by: Actor, row: ParentLecture) -> None:
    """Tell the duties what was held: a lecture of the mentor who spoke, a meeting of each class that came.

    Nothing before somebody came; and no lecture where the same one is noted under Training, before or after.
    """
    parts = [one for one in parts_of(row) if one.came]
    if row.held_on > clock.today() or row.cancelled or not parts:
        replace_acts(by=by, occasion=row.pk)
        return
    acts = [_act(row, LECTURE, "face_to_face", row.mentor_id)] if row.mentor_id and not _noted(row) else []
    if key := meeting_key(row.school_id, row.held_on):
        whose = ((one.school_class_id, one.school_class.homeroom_teacher_id or row.mentor_id) for one in parts)
        acts += [_act(row, CONFERENCE, key, staff, room) for room, staff in whose if staff]
    replace_acts(by=by, occasion=row.pk, acts=acts)


def _noted(row: ParentLecture) -> bool:
    rows = TrainingSession.objects.of(row.school_id).filter(mentor_id=row.mentor_id, held_on=row.held_on)
    return rows.exists()


def _act(row: ParentLecture, kind: str, channel: str, staff: uuid.UUID, room: uuid.UUID | None = None) -> NewAct:
    return NewAct(
        occasion=row.pk,
        source=SOURCE,
        source_id=row.pk,
        kind=kind,
        channel=channel,
        mentor_id=staff,
        student_id=None,
        group_id=room,
        held_on=row.held_on,
        entered_on=clock.today(),
        minutes=MINUTES,
        theme=True,
    )
