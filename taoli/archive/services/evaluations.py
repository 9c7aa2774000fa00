"""The evaluation of a term: opened, voiced, read through, given to the family, taken back, corrected."""

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from taoli.archive.models import EVALUATION_MOVES, EvaluationVoice, TermEvaluation
from taoli.archive.permissions import EVALUATION, STORY
from taoli.archive.queries.evaluations import OPEN, may_undo, open_of
from taoli.archive.queries.voices import get_voiced
from taoli.archive.services.acts import count_voice
from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.guidance.queries.records import NOBODY
from taoli.roster.models import Student, Term

MOST_TEXT, MOST_FACTS, MOST_FACT = 1000, 20, 200
State, Kind = TermEvaluation.State, EvaluationVoice.Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceFacts:
    """A voice as its writer says it: as what (one of EvaluationVoice.Kind), the text, the evidence taken into it."""

    kind: str
    text: str
    facts: Sequence[str] = ()
    edit: int = 0


def open_evaluations(*, by: Actor, class_id: uuid.UUID, term_id: uuid.UUID) -> int:
    """Open the evaluation of a term for every present student of a class, where there is none; return how many.

    TaoliError: a class beyond reach.
    """
    with change(by=by, action="evaluation.open", object_id=class_id) as note:
        students = list(_students(by).filter(school_class_id=class_id, left_on=None))
        if not students:
            raise TaoliError(_("This class is not yours to proofread, or nobody is in it."))
        term = _term(by, term_id)
        known = TermEvaluation.objects.of(by.school_id).filter(term=term, student__in=students)
        there = set(known.values_list("student_id", flat=True))
        rows = [_new(by, one, term) for one in students if one.pk not in there]
        TermEvaluation.objects.bulk_create(rows)
        note.data |= {"term": term.pk, "opened": len(rows)}
    return len(rows)


def write_voice(*, by: Actor, student_id: uuid.UUID, term_id: uuid.UUID, said: VoiceFacts) -> EvaluationVoice:
    """Write or change one's own voice, as long as the evaluation is not read through.

    TaoliError: not one of the voices one has, no text or too much, the evaluation closed to voices; ConflictError:
    one's own voice was changed on another page meanwhile.
    """
    with change(by=by, action="voice.write") as note:
        student, voice = get_voiced(by, student_id, said.kind)
        evaluation = _opened(by, student, term_id)
        row = _own_voice(by, evaluation, said.kind)
        if row is not None and row.edit != said.edit:
            raise ConflictError(
                _("Your words were changed on another page meanwhile. What you wrote still stands here.")
            )
        first = row is None
        row = row or EvaluationVoice(school_id=by.school_id, evaluation=evaluation, kind=Kind(said.kind), edit=0)
        assert by.person_id is not None  # a voice has a person
        row.author, row.subject = by.person_id, voice.subject
        row.staff_id = by.person_id if by.person_kind == "staff" else None
        row.guardian_id = by.person_id if by.person_kind == "guardian" else None
        row.text, row.facts = _said(said.text), [fact[:MOST_FACT] for fact in said.facts][:MOST_FACTS]
        row.written_at, row.entered_by, row.edit = clock.now(), by.account_id, row.edit + 1
        row.save()
        if evaluation.state == State.DRAFT:
            _move(evaluation, State.VOICES)
            evaluation.save(update_fields=["state", "edit"])
        if first:
            count_voice(by, row, student.pk)
        note.object_id = row.pk
        note.data |= {"kind": row.kind, "evaluation": evaluation.pk}
    return row


def proof_evaluation(*, by: Actor, pk: uuid.UUID, edit: int, texts: dict[uuid.UUID, str], done: bool) -> TermEvaluation:
    """Mend the wording of the school's voices and, `done`, say that it is read through (or back to the voices).

    The words of student and family stay as they are. ConflictError: another person proofread it meanwhile.
    """
    with change(by=by, action="evaluation.proof", object_id=pk, done=done) as note:
        row = _reached(by, pk)
        if row.edit != edit:
            raise ConflictError(
                _("Somebody else has worked on this evaluation meanwhile. What you wrote still stands here.")
            )
        if row.state not in {State.VOICES, State.PROOF}:
            raise TaoliError(_("This evaluation has no voice yet, or is with the family already."))
        note.data |= {"mended": _mend(row, texts)}
        wanted = State.PROOF if done else State.VOICES
        if row.state != wanted:
            _move(row, wanted)
        else:
            row.edit += 1
        row.proofed_by_id, row.proofed_at = (_staff(by), clock.now()) if done else (None, None)
        row.save(update_fields=["state", "edit", "proofed_by", "proofed_at"])
    return row


def release_evaluations(*, by: Actor, pks: Collection[uuid.UUID]) -> int:
    """Give evaluations that are read through to student and family; return how many. A correction takes the place of
    the version before it. TaoliError: none of them is read through.
    """
    with change(by=by, action="evaluation.release") as note:
        rows = EVALUATION.within(TermEvaluation.objects.filter(pk__in=pks, state=State.PROOF), by, "proof")
        found = list(rows.select_for_update(of=("self",)))
        if not found:
            raise TaoliError(_("None of these evaluations is read through yet."))
        for row in found:
            _move(row, State.RELEASED)
            row.released_by_id, row.released_at = _staff(by), clock.now()
            row.save(update_fields=["state", "edit", "released_by", "released_at"])
            _replace(row.replaces_id, by)
        note.data |= {"released": len(found)}
    return len(found)


def take_back_evaluation(*, by: Actor, pk: uuid.UUID) -> TermEvaluation:
    """Take a release back within an hour; TaoliError after that: then a correction is the way."""
    with change(by=by, action="evaluation.take_back", object_id=pk):
        row = _reached(by, pk)
        if not may_undo(row):
            raise TaoliError(_("It was given to the family more than an hour ago. Please write a correction instead."))
        _move(row, State.PROOF)
        row.released_by_id = row.released_at = None
        row.save(update_fields=["state", "edit", "released_by", "released_at"])
        if row.replaces_id:  # the version before is in force again
            before = TermEvaluation.objects.of(by.school_id).filter(pk=row.replaces_id)
            before.update(state=State.RELEASED)
    return row


def correct_evaluation(*, by: Actor, pk: uuid.UUID, reason: str) -> TermEvaluation:
    """Begin a new version of a released evaluation; the old one stays in force until the new one is released.

    TaoliError: no reason, not released, a correction is being written already.
    """
    with change(by=by, action="evaluation.correct", object_id=pk) as note:
        old = _reached(by, pk)
        if not reason.strip():
            raise TaoliError(_("Please say in a few words why it is corrected."))
        if old.state != State.RELEASED:
            raise TaoliError(_("Only what is with the family is corrected; this can still be changed."))
        if open_of(by.school_id, old.student_id, old.term_id):
            raise ConflictError(_("A correction of this evaluation is being written already."))
        new = _new(by, old.student, old.term)
        new.school_class_id, new.state, new.version = old.school_class_id, State.VOICES, old.version + 1
        new.replaces, new.reason = old, reason.strip()[:100]
        new.save(force_insert=True)
        _copy_voices(old, new)
        note.data |= {"new": new.pk}
    return new


def _students(by: Actor) -> "QuerySet[Student]":
    rows: QuerySet[Student] = STORY.within(Student.objects.all(), by, "proof")
    return rows


def _term(by: Actor, term_id: uuid.UUID) -> Term:
    found = Term.objects.of(by.school_id).filter(pk=term_id).first()
    if found is None:
        raise TaoliError(_("This term is not in the calendar. Please choose one."))
    if found.starts > clock.today():
        raise TaoliError(_("This term has not begun yet."))
    return found


def _new(by: Actor, student: Student, term: Term) -> TermEvaluation:
    return TermEvaluation(
        school_id=by.school_id,
        student=student,
        school_class_id=student.school_class_id,
        term=term,
        opened_at=clock.now(),
    )


def _opened(by: Actor, student: Student, term_id: uuid.UUID) -> TermEvaluation:
    """Return the evaluation to which a voice is added, made with the first voice."""
    rows = TermEvaluation.objects.of(by.school_id).filter(student=student, term_id=term_id)
    found = rows.filter(state__in=OPEN).select_for_update(of=("self",)).order_by("-version").first()
    if found is not None:
        if found.state == State.PROOF:
            raise TaoliError(_("It is being read through by the homeroom teacher, who can open it for you again."))
        return found
    if rows.exists():
        raise TaoliError(
            _("This evaluation is with the family already. A correction is begun by the homeroom teacher.")
        )
    row = _new(by, student, _term(by, term_id))
    row.save(force_insert=True)
    return row


def _own_voice(by: Actor, evaluation: TermEvaluation, kind: str) -> EvaluationVoice | None:
    rows = EvaluationVoice.objects.of(by.school_id).filter(
        evaluation=evaluation, kind=kind, author=by.person_id or NOBODY
    )
    return rows.first()


def _said(text: str) -> str:
    said = text.strip()
    if not said:
        raise TaoliError(_("Please write some words first; one thing that went well is enough."))
    if len(said) > MOST_TEXT:
        raise TaoliError(_("At most 1,000 characters are kept. Please shorten it."))
    return said


def _reached(by: Actor, pk: uuid.UUID) -> TermEvaluation:
    rows = EVALUATION.within(TermEvaluation.objects.filter(pk=pk), by, "proof")
    found: TermEvaluation | None = rows.select_for_update(of=("self",)).select_related("student", "term").first()
    if found is None:
        raise TaoliError(_("This evaluation is not yours to proofread."))
    return found


def _mend(row: TermEvaluation, texts: dict[uuid.UUID, str]) -> int:
    school = (Kind.HOMEROOM, Kind.MENTOR, Kind.SUBJECT)
    voices = EvaluationVoice.objects.of(row.school_id).filter(evaluation=row, pk__in=texts, kind__in=school)
    changed = [one for one in voices if _said(texts[one.pk]) != one.text]
    for one in changed:
        one.text, one.edit = _said(texts[one.pk]), one.edit + 1
        one.save(update_fields=["text", "edit"])
    return len(changed)


def _move(row: TermEvaluation, state: TermEvaluation.State) -> None:
    if state not in EVALUATION_MOVES[State(row.state)]:
        raise ConflictError(_("This evaluation has moved on meanwhile. Please look again."))
    row.state = state
    row.edit += 1


def _replace(pk: uuid.UUID | None, by: Actor) -> None:
    if pk:
        rows = TermEvaluation.objects.of(by.school_id).filter(pk=pk, state=State.RELEASED)
        rows.update(state=State.REPLACED)


def _copy_voices(old: TermEvaluation, new: TermEvaluation) -> None:
    rows = EvaluationVoice.objects.of(old.school_id).filter(evaluation=old)
    EvaluationVoice.objects.bulk_create(
        EvaluationVoice(
            school_id=row.school_id,
            evaluation=new,
            kind=row.kind,
            author=row.author,
            subject=row.subject,
            staff_id=row.staff_id,
            guardian_id=row.guardian_id,
            text=row.text,
            facts=row.facts,
            written_at=row.written_at,
            entered_by=row.entered_by,
        )
        for row in rows
    )


def _staff(by: Actor) -> uuid.UUID | None:
    return by.person_id if by.person_kind == "staff" else None
