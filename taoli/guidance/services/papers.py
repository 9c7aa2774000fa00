"""Papers of students: handed in, corrected, read and answered; each with its acts, in one transaction."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.ids import new_id
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.duties.services import NewAct, add_acts
from taoli.guidance.models import PAPER_MOVES, GuidanceRecord, StudentPaper
from taoli.guidance.permissions import PAPER, WRITER
from taoli.guidance.queries.asking import ACT_KINDS, Offer, Window, offers
from taoli.matching.models import Pairing
from taoli.matching.queries.pairings import holding
from taoli.roster.models import Student
from taoli.roster.queries.calendar import term_with

SOURCE = "guidance.paper"
MOST = 2000
Kind, State, Source = StudentPaper.Kind, StudentPaper.State, StudentPaper.Source


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFacts:
    """A paper as written: answers in the order of the questions; `period` and `record_id` where there are any;
    `held_on` on a paper sheet: the day it was handed in.
    """

    kind: str
    answers: Sequence[str]
    period: str = ""
    record_id: uuid.UUID | None = None
    source: str = Source.OWN
    held_on: dt.date | None = None


def hand_in_paper(*, by: Actor, student_id: uuid.UUID, facts: PaperFacts) -> StudentPaper:
    """Write a paper of a student: by the student, or typed from a sheet.

    TaoliError: nothing written, a kind not asked for now, a period handed in already, a student beyond reach.
    """
    with change(by=by, action="paper.hand_in", kind=facts.kind, source=facts.source) as note:
        student = _writer(by, student_id, "enter" if facts.source == Source.PAPER else "write")
        day = _day(facts.held_on)
        offer = _offer(by, student, facts.kind, day)
        window = _window(offer, facts.period, typed=facts.source == Source.PAPER)
        row = StudentPaper(
            school_id=by.school_id,
            occasion=new_id(),
            kind=Kind(facts.kind),
            student=student,
            school_class_id=student.school_class_id,
            record=_talk(student, facts.record_id),
            period=window.key if window else "",
            answers=_answers(offer, facts.answers),
            source=Source(facts.source),
            held_on=day,
            entered_at=clock.now(),
            entered_by=by.account_id,
            late=bool(window and window.late),
        )
        pairing = _pairing(student, _counted_on(row, window))
        row.mentor_id = pairing.mentor_id if pairing else None
        _insert(row)
        note.object_id = row.pk
        add_acts(by=by, acts=_acts(row, pairing, _counted_on(row, window)))
    return row


def correct_paper(*, by: Actor, pk: uuid.UUID, answers: Sequence[str]) -> StudentPaper:
    """Put a new version in the place of one's own paper; the old one is kept, with what the mentor answered.

    TaoliError: a self-evaluation of a term that has ended; ConflictError: corrected on another page meanwhile.
    """
    with change(by=by, action="paper.correct", object_id=pk):
        old = StudentPaper.objects.of(by.school_id).select_for_update(of=("self",)).get(pk=pk)
        _writer(by, old.student_id, "write")
        if State.REPLACED not in PAPER_MOVES[State(old.state)]:
            raise ConflictError(_("This paper has been corrected meanwhile. Please open it again."))
        if frozen(old):
            raise TaoliError(_("The term has ended: the self-evaluation stays as it is."))
        new = StudentPaper(
            school_id=old.school_id,
            occasion=old.occasion,
            kind=old.kind,
            student_id=old.student_id,
            school_class_id=old.school_class_id,
            mentor_id=old.mentor_id,
            record_id=old.record_id,
            period=old.period,
            answers=_same_questions(old, answers),
            source=Source.OWN,
            held_on=old.held_on,
            entered_at=clock.now(),
            entered_by=by.account_id,
            late=old.late,
            version=old.version + 1,
            replaces=old,
        )
        old.state = State.REPLACED
        old.save(update_fields=["state"])
        _insert(new)
    return new


def answer_paper(*, by: Actor, pk: uuid.UUID, text: str = "") -> StudentPaper:
    """Tick a paper of one's student as read, with one line for the student if one likes.

    ConflictError: corrected meanwhile; TaoliError: another mentor has answered it before.
    """
    with change(by=by, action="paper.answer", object_id=pk):
        rows = PAPER.within(StudentPaper.objects.filter(pk=pk), by, "answer")
        row: StudentPaper | None = rows.select_for_update(of=("self",)).first()
        if row is None:
            raise TaoliError(_("This student is not with you any more."))
        if row.state != State.SUBMITTED:
            raise ConflictError(_("This paper has been corrected meanwhile. Please open it again."))
        if row.answer and row.read_by_id != by.person_id:
            raise TaoliError(_("It was answered by the mentor before you; that answer stays."))
        row.read_at, row.read_by_id = row.read_at or clock.now(), by.person_id
        row.answer = " ".join(text.split())[:200] or row.answer
        row.save(update_fields=["read_at", "read_by", "answer"])
    return row


def frozen(row: StudentPaper) -> bool:
    """Say whether a paper may not be corrected any more: a self-evaluation once its term has ended."""
    if row.kind != Kind.SELF_EVALUATION:
        return False
    term = term_with(row.school_id, min(row.held_on, clock.today()))
    return term is None or clock.today() > term.ends


def _writer(by: Actor, student_id: uuid.UUID, action: str) -> Student:
    rows = WRITER.within(Student.objects.filter(pk=student_id, left_on=None), by, action)
    student: Student | None = rows.select_for_update(of=("self",)).first()
    if student is None:
        raise TaoliError(_("This student is not yours to write for, or has left the school."))
    return student


def _day(held_on: dt.date | None) -> dt.date:
    day = held_on or clock.today()
    if day > clock.today():
        raise TaoliError(_("The date lies in the future. Please check it."))
    return day


def _offer(by: Actor, student: Student, kind: str, day: dt.date) -> Offer:
    found = next((one for one in offers(by.school_id, student, day, all_windows=True) if one.kind == kind), None)
    if found is None:
        raise TaoliError(_("The school does not ask for this paper now."))
    return found


def _window(offer: Offer, period: str, *, typed: bool) -> Window | None:
    """Return the period asked for; a typed sheet belongs to the period of its day."""
    if not offer.windows:
        return None
    wanted = offer.windows[0].key if typed and not period else period
    found = next((one for one in offer.windows if one.key == wanted), None)
    if found is None:
        raise TaoliError(_("Please choose for which weeks it is."))
    return found


def _talk(student: Student, record_id: uuid.UUID | None) -> GuidanceRecord | None:
    if record_id is None:
        return None
    found = GuidanceRecord.objects.of(student.school_id).filter(pk=record_id, student=student).first()
    if found is None:
        raise TaoliError(_("Please choose one of your own talks, or none."))
    return found


def _answers(offer: Offer, answers: Sequence[str]) -> list[list[str]]:
    questions = [one.words for one in offer.questions]
    return _checked([[question, answer.strip()] for question, answer in zip(questions, answers, strict=False)])


def _same_questions(old: StudentPaper, answers: Sequence[str]) -> list[list[str]]:
    questions = [question for question, _answer in old.answers]
    return _checked([[question, answer.strip()] for question, answer in zip(questions, answers, strict=False)])


def _checked(said: list[list[str]]) -> list[list[str]]:
    if not any(answer for _question, answer in said):
        raise TaoliError(_("Nothing is written yet. One sentence is enough."))
    if any(len(answer) > MOST for _question, answer in said):
        raise TaoliError(_("An answer has at most 2000 characters. Please shorten it; nothing is lost."))
    return said


def _counted_on(row: StudentPaper, window: Window | None) -> dt.date:
    """A late report counts, as late, for the weeks it is about."""
    return min(row.held_on, window.due) if window else row.held_on


def _pairing(student: Student, on: dt.date) -> Pairing | None:
    rows = Pairing.objects.of(student.school_id).filter(holding(on), student=student)
    return rows.order_by("-starts", "id").first()


def _insert(row: StudentPaper) -> None:
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        raise ConflictError(_("This was handed in already. Open it to add something.")) from None


def _acts(row: StudentPaper, pairing: Pairing | None, day: dt.date) -> list[NewAct]:
    if pairing is None:
        return []
    return [
        NewAct(
            occasion=row.occasion,
            source=SOURCE,
            source_id=row.occasion,  # one for all versions
            kind=ACT_KINDS[Kind(row.kind)],
            channel="paper" if row.source == Source.PAPER else "message",
            mentor_id=pairing.mentor_id,
            student_id=row.student_id,
            held_on=day,
            entered_on=clock.today(),
            group_id=pairing.group_id,
        )
    ]
