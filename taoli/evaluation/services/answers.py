"""Taking in answers about mentors so that no answer can be traced to who gave it."""

import base64
import hashlib
import os
import secrets
import uuid
from collections.abc import Iterable

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.sealed import seal
from taoli.common.unit import change
from taoli.evaluation.models import AppraisalRun, SurveyAnswer, SurveyBatch
from taoli.evaluation.queries.answers import NONCE, batch_cipher, bound_batch_key, bound_mark, mentors_by_number
from taoli.evaluation.queries.sheets import current_run
from taoli.evaluation.queries.sources import SCALE, scales_of
from taoli.evaluation.readers.answers import AnswerReading, read_answers
from taoli.roster.models import Term
from taoli.roster.queries.calendar import current_term

State = SurveyBatch.State
KEY, LENGTH = 32, 24  # bytes of a key; characters of a mark, so that all sealed marks are of one length


def read(*, school_id: int, data: bytes) -> AnswerReading:
    """Read a workbook of answers for the current term; writes nothing. TaoliError: no term, or published already."""
    term = _open_term(school_id)
    return read_answers(data, mentors_by_number(school_id, term), scales_of(school_id, term))


def stage(*, by: Actor, reading: AnswerReading, data: bytes) -> list[SurveyBatch]:
    """Keep the answers of a workbook without problems, shuffled, until somebody confirms them.

    What waited before and was never confirmed is forgotten. TaoliError when the workbook has problems.
    """
    if reading.problems:
        raise TaoliError(_("The workbook needs another look. Nothing has been changed."))
    term = _open_term(by.school_id)
    counted = {source: len(answers) for source, answers in reading.answers.items()}
    with change(by=by, action="survey.stage", object_id=term.pk, answers=counted):
        _forget_waiting(by.school_id, term)
        digest = hashlib.sha256(data).hexdigest()
        return [_keep(by.school_id, term, source, digest, reading) for source, n in counted.items() if n]


def confirm(*, by: Actor) -> int:
    """Put the waiting answers in use in place of earlier ones of the same source; return how many sources."""
    term = _open_term(by.school_id)
    rows = SurveyBatch.objects.of(by.school_id).filter(term=term)
    with change(by=by, action="survey.confirm", object_id=term.pk) as note:
        waiting = list(rows.filter(state=State.WAITING))
        if not waiting:
            raise TaoliError(_("No answers wait for your confirmation."))
        for batch in waiting:
            rows.filter(source=batch.source, state=State.IN_USE).update(state=State.REPLACED)
            rows.filter(pk=batch.pk).update(state=State.IN_USE)
        note.data["sources"] = sorted(batch.source for batch in waiting)
    return len(waiting)


def _open_term(school_id: int) -> Term:
    term = current_term(school_id)
    if term is None:
        raise TaoliError(_("There is no term yet. Enter the term first."))
    run = current_run(school_id, term)
    if run and run.state == AppraisalRun.State.PUBLISHED:
        raise TaoliError(_("The appraisal of this term has been published; answers are no longer taken."))
    return term


def _forget_waiting(school_id: int, term: Term) -> None:
    waiting = SurveyBatch.objects.of(school_id).filter(term=term, state=State.WAITING)
    SurveyAnswer.objects.of(school_id).filter(batch_id__in=list(waiting.values_list("pk", flat=True))).delete()
    waiting.update(state=State.REPLACED)


def _keep(school_id: int, term: Term, source: str, digest: str, reading: AnswerReading) -> SurveyBatch:
    scale = round(scales_of(school_id, term).get(source, SCALE))
    batch = SurveyBatch(
        school_id=school_id, term=term, source=source, scale=scale, file_hash=digest, created_at=clock.now()
    )
    give_key(batch)
    batch.save(force_insert=True)
    answers = list(reading.answers[source])
    secrets.SystemRandom().shuffle(answers)
    SurveyAnswer.objects.bulk_create(sealed_rows(batch, answers), batch_size=500)
    return batch


def give_key(batch: SurveyBatch) -> None:
    """Give a batch a key of its own, sealed under the server's; not yet stored."""
    batch.key_sealed = seal(base64.b64encode(os.urandom(KEY)).decode(), bound_batch_key(batch))


def sealed_rows(batch: SurveyBatch, marks: Iterable[tuple[uuid.UUID, float]]) -> list[SurveyAnswer]:
    """Return the marks as sealed rows, in the order of their random ids, so that not even the place in the table tells
    who came first; not yet stored.
    """
    cipher = batch_cipher(batch)
    rows = []
    for mentor, value in marks:
        pk, nonce = uuid.uuid4(), os.urandom(NONCE)
        plain = f"{value!r:>{LENGTH}}".encode()
        sealed = base64.b64encode(nonce + cipher.encrypt(nonce, plain, bound_mark(batch, pk, mentor))).decode()
        rows.append(SurveyAnswer(id=pk, school_id=batch.school_id, batch_id=batch.pk, mentor_id=mentor, sealed=sealed))
    return sorted(rows, key=lambda row: row.pk)
