"""Taking in answers about mentors so that no answer can be traced to who gave it."""

import hashlib
import secrets
import uuid
from collections import Counter

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.evaluation.models import AppraisalRun, SurveyAnswer, SurveyBatch
from taoli.evaluation.queries.answers import mentors_by_number
from taoli.evaluation.readers.answers import SCALE, AnswerReading, read_answers
from taoli.roster.queries.calendar import current_term


def stage_answers(*, by: Actor, data: bytes) -> tuple[AnswerReading, list[SurveyBatch]]:
    """Read a workbook; without problems keep its answers, shuffled, as batches that wait for confirmation."""
    term = current_term(by.school_id)
    if term is None:
        raise TaoliError(_("There is no term yet. Enter the term first."))
    if AppraisalRun.objects.of(by.school_id).filter(term=term, state=AppraisalRun.State.PUBLISHED).exists():
        raise TaoliError(_("The appraisal of this term has been published; answers are no longer taken."))
    found = read_answers(data, mentors_by_number(by.school_id, term))
    if found.problems:
        return found, []
    digest = hashlib.sha256(data).hexdigest()
    batches: list[SurveyBatch] = []
    with change(by=by, action="survey.stage") as note:
        for source, answers in found.answers.items():
            batch = SurveyBatch.objects.create(
                school_id=by.school_id,
                term=term,
                source=source,
                scale=SCALE,
                file_hash=digest,
                created_at=clock.now(),
            )
            secrets.SystemRandom().shuffle(answers)
            rows = [
                SurveyAnswer(school_id=by.school_id, batch=batch, mentor_id=mentor, value=value)
                for mentor, value in answers
            ]
            # Stored in the order of random ids, so that not even the place in the table tells who came first.
            SurveyAnswer.objects.bulk_create(sorted(rows, key=lambda row: row.pk), batch_size=500)
            batches.append(batch)
        note.data = {"sources": dict(Counter({batch.source: len(found.answers[batch.source]) for batch in batches}))}
    return found, batches


def confirm_answers(*, by: Actor, batch_ids: list[uuid.UUID]) -> int:
    """Put waiting batches in use in place of earlier ones of the same source and term; return how many."""
    rows = SurveyBatch.objects.of(by.school_id)
    with change(by=by, action="survey.confirm", batches=len(batch_ids)):
        waiting = list(rows.filter(pk__in=batch_ids, state=SurveyBatch.State.WAITING))
        for batch in waiting:
            rows.filter(term_id=batch.term_id, source=batch.source, state=SurveyBatch.State.IN_USE).update(
                state=SurveyBatch.State.REPLACED
            )
            rows.filter(pk=batch.pk).update(state=SurveyBatch.State.IN_USE)
    return len(waiting)
