"""Writing wishes: of one student, from wherever they come, or from a workbook the office confirms."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import IntegrityError
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.matching.models import ChoiceRound, LateChoice, MentorOffer, Wish, WishImport, WishSheet
from taoli.matching.phrases import wish_cause, wish_problem
from taoli.matching.queries.choosing import late_choice, taught
from taoli.matching.queries.rounds import ranks_of, round_students, with_scheme
from taoli.matching.queries.steps import step_afresh, step_of
from taoli.matching.queries.wishes import book_of
from taoli.matching.readers.wishes import read_wishes

CHUNK = 400
REASON = 200
FILE_NAME = 120


@dataclass(frozen=True, slots=True)
class ReadyWishes:
    """Wishes of a student that have been checked and may be written."""

    by: Actor
    choice: ChoiceRound
    student_id: uuid.UUID
    mentor_ids: tuple[uuid.UUID, ...]
    reasons: tuple[str, ...]
    source: str
    edit: int | None
    in_time: bool


def set_wishes(
    *,
    by: Actor,
    round_id: uuid.UUID,
    student_id: uuid.UUID,
    mentor_ids: Sequence[uuid.UUID],
    reasons: Sequence[str] = (),
    source: str = WishSheet.Source.OWN,
    edit: int | None = None,
    in_time: bool = False,
) -> bool:
    """Check and write a student's wishes, best first, in the place of earlier ones; return whether they are late.

    The arguments are those of `ready_wishes`, the errors those of both.
    """
    ready = ready_wishes(
        by=by,
        round_id=round_id,
        student_id=student_id,
        mentor_ids=mentor_ids,
        reasons=reasons,
        source=source,
        edit=edit,
        in_time=in_time,
    )
    return write_wishes(ready)


def ready_wishes(
    *,
    by: Actor,
    round_id: uuid.UUID,
    student_id: uuid.UUID,
    mentor_ids: Sequence[uuid.UUID],
    reasons: Sequence[str] = (),
    source: str = WishSheet.Source.OWN,
    edit: int | None = None,
    in_time: bool = False,
) -> ReadyWishes:
    """Check wishes, best first, by reading alone: a whole school saves in one minute, and writers wait for each other.

    No wishes say that nobody is wished for. `in_time`: a paper that was handed in before closing. `edit`: the number
    of the sheet that was looked at (0 for none), None to write over whatever is there. TaoliError: too many, one
    mentor twice, a mentor who is not on offer or teaches other classes, a round that is not for the student.
    """
    choice = with_scheme(ChoiceRound.objects.of(by.school_id)).filter(pk=round_id).first()
    if choice is None:
        raise TaoliError(_("Choosing is closed. Please speak with your homeroom teacher if something is wrong."))
    rooms = round_students(choice).order_by().filter(pk=student_id)
    room = rooms.values_list("school_class_id", "school_class__name").first()
    if room is None:
        raise TaoliError(_("This round is not for your grade."))
    _refuse(choice, room, mentor_ids)
    given = tuple(reason[:REASON] for reason in [*reasons, *[""] * len(mentor_ids)][: len(mentor_ids)])
    return ReadyWishes(by, choice, student_id, tuple(mentor_ids), given, source, edit, in_time)


def write_wishes(ready: ReadyWishes) -> bool:
    """Write checked wishes in the place of earlier ones; return whether they are late.

    Saving after the closing time, while the step is not yet done, counts as late, and so does what the office lets
    one student hand in afterwards. TaoliError: choosing is over; ConflictError: changed elsewhere meanwhile, after
    which the whole unit must end.
    """
    choice, student = ready.choice, ready.student_id
    with change(by=ready.by, action="wish.set", object_id=student, round=choice.pk) as note:
        late, leave = _lateness(choice, student)
        late = late and not ready.in_time
        if not _first_sheet(ready, late=late):
            Wish.objects.of(choice.school_id).filter(round=choice, student_id=student).delete()
        if leave is not None:
            leave.used_at = clock.now()
            leave.save(update_fields=["used_at"])
        wishes = zip(ready.mentor_ids, ready.reasons, strict=True)
        Wish.objects.bulk_create(
            Wish(school_id=choice.school_id, round=choice, student_id=student, mentor_id=one, rank=rank, reason=why)
            for rank, (one, why) in enumerate(wishes, 1)
        )
        note.data = {"count": len(ready.mentor_ids), "source": ready.source, "late": late}
    return late


def _lateness(choice: ChoiceRound, student_id: uuid.UUID) -> tuple[bool, LateChoice | None]:
    """Say whether it is late to hand in, and by which leave of the office; TaoliError when it is too late."""
    step = step_afresh(choice, "student_choice")
    now = step is not None and step.state == "now" and choice.state == ChoiceRound.State.OPEN
    if now and step is not None and not step.over:
        return False, None
    leave = late_choice(choice, student_id)
    if not now and leave is None:
        raise TaoliError(_("Choosing is closed. Please speak with your homeroom teacher if something is wrong."))
    return True, leave


def _first_sheet(ready: ReadyWishes, *, late: bool) -> bool:
    """Write the sheet, in one statement where its number is known; return whether it is the student's first."""
    said = {"source": ready.source, "late": late, "entered_by": ready.by.account_id, "saved_at": clock.now()}
    own = WishSheet.objects.of(ready.choice.school_id).filter(round=ready.choice, student_id=ready.student_id)
    edit = ready.edit
    if edit is None:
        there = own.select_for_update().first()
        edit = there.edit if there else 0
    if edit and own.filter(edit=edit).update(**said, edit=edit + 1):
        return False
    try:
        if not edit:
            own.create(school_id=ready.choice.school_id, round=ready.choice, student_id=ready.student_id, **said)
            return True
    except IntegrityError:
        pass
    raise ConflictError(_("These wishes were changed elsewhere meanwhile. Please look again before you save."))


def _refuse(choice: ChoiceRound, room: tuple[uuid.UUID, str], mentor_ids: Sequence[uuid.UUID]) -> None:
    most = ranks_of(choice)
    if len(mentor_ids) > most:
        raise TaoliError(_("You may wish for %(most)s mentors at most.") % {"most": most})
    if len(set(mentor_ids)) < len(mentor_ids):
        raise TaoliError(_("The same mentor stands twice in your wishes. Please choose different ones."))
    rows = MentorOffer.objects.of(choice.school_id).filter(round=choice, absent=False, maximum__gt=0)
    names = dict(rows.filter(staff_id__in=mentor_ids).values_list("staff_id", "staff__name"))
    if set(mentor_ids) - names.keys():
        raise TaoliError(_("A mentor you chose is not on offer in this round. Please choose another one."))
    known = taught(choice)
    strange = [one for one in mentor_ids if known is not None and room[0] not in known.get(one, ())]
    if strange:
        raise TaoliError(wish_cause("wish_other_class", {"name": names[strange[0]], "room": room[1]}))


def stage_wishes(*, by: Actor, round_id: uuid.UUID, file_name: str, data: bytes) -> WishImport:
    """Read a workbook of wishes and keep what it says with its problems; nothing is written to the wishes."""
    choice = ChoiceRound.objects.of(by.school_id).select_related("scheme").get(pk=round_id)
    if choice.state == ChoiceRound.State.PUBLISHED:
        raise TaoliError(_("This round has been published."))
    found = read_wishes(data, book_of(choice))
    state = WishImport.State.REFUSED if found.problems else WishImport.State.READY
    with change(by=by, action="wish.stage", round=round_id) as note:
        row = WishImport.objects.create(
            school_id=by.school_id,
            round=choice,
            file_name=file_name[:FILE_NAME],
            state=state,
            staged=[{"student": str(student), "mentors": list(wished)} for student, wished in found.wishes.items()],
            problems=[problem.as_json() for problem in found.problems],
            created_at=clock.now(),
        )
        note.object_id, note.data = row.pk, {"students": len(found.wishes), "problems": len(found.problems)}
    return row


def apply_wishes(*, by: Actor, pk: uuid.UUID) -> int:
    """Write the staged wishes of a confirmed workbook, replacing these students' earlier ones; returns students."""
    with change(by=by, action="wish.apply", object_id=pk) as note:
        row = WishImport.objects.of(by.school_id).select_for_update().select_related("round").get(pk=pk)
        if row.state == WishImport.State.REFUSED:
            raise TaoliError(_("This workbook has problems. Please mend it and upload it again."))
        if row.round.state == ChoiceRound.State.PUBLISHED:
            raise TaoliError(_("This round has been published."))
        wishes = {uuid.UUID(one["student"]): [uuid.UUID(m) for m in one["mentors"]] for one in row.staged}
        if row.state == WishImport.State.READY:
            _replace(by, row.round, wishes)
            row.state, row.applied_at = WishImport.State.APPLIED, clock.now()
            row.save(update_fields=["state", "applied_at"])
        note.data = {"students": len(wishes)}
    return len(wishes)


def import_wishes(*, by: Actor, round_id: uuid.UUID, data: bytes, file_name: str = "") -> int:
    """Read, check and write a workbook at once (for commands); TaoliError with every problem when there is one."""
    row = stage_wishes(by=by, round_id=round_id, file_name=file_name, data=data)
    if row.problems:
        raise TaoliError("\n".join(wish_problem(problem) for problem in row.problems))
    return apply_wishes(by=by, pk=row.pk)


def _replace(by: Actor, choice: ChoiceRound, wishes: Mapping[uuid.UUID, Sequence[uuid.UUID]]) -> None:
    students = list(wishes)
    before: dict[uuid.UUID, WishSheet] = {}
    for start in range(0, len(students), CHUNK):
        part = students[start : start + CHUNK]
        Wish.objects.of(choice.school_id).filter(round=choice, student_id__in=part).delete()
        sheets = WishSheet.objects.of(choice.school_id).filter(round=choice, student_id__in=part)
        before |= {sheet.student_id: sheet for sheet in sheets}
    step = step_of(choice, "student_choice")
    late = step is not None and step.over
    fresh = []
    for student in students:
        sheet = before.get(student) or WishSheet(school_id=by.school_id, round=choice, student_id=student, edit=0)
        sheet.source, sheet.late, sheet.entered_by = WishSheet.Source.IMPORT, late, by.account_id
        sheet.saved_at, sheet.edit = clock.now(), sheet.edit + 1
        if student not in before:
            fresh.append(sheet)
    WishSheet.objects.bulk_create(fresh, batch_size=CHUNK)
    WishSheet.objects.of(by.school_id).bulk_update(
        before.values(), ["source", "late", "entered_by", "saved_at", "edit"], batch_size=CHUNK
    )
    Wish.objects.bulk_create(
        (
            Wish(school_id=choice.school_id, round=choice, student_id=student, mentor_id=mentor, rank=rank)
            for student, wished in wishes.items()
            for rank, mentor in enumerate(wished, 1)
        ),
        batch_size=CHUNK,
    )
