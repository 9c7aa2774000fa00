"""Answers to a draw: counted, not filed. No audit row, no row of operations, no log: each has a time beside others."""

import uuid
from collections.abc import Mapping

from django.db.models import F, Q
from django.utils.translation import gettext as _

from taoli.common.errors import ConflictError, TaoliError
from taoli.common.unit import unit_of_work
from taoli.engine.survey import ANSWERS
from taoli.oversight.models import CallList, CallPlace, CallTally
from taoli.oversight.phrases.draws import QUESTIONS
from taoli.oversight.queries.calls import by_code, over


def enter(*, text: str, draw_id: uuid.UUID | None = None) -> CallPlace:
    """Return the place that a code opens. TaoliError: there is none (one sentence, whatever is wrong with it)."""
    found = by_code(text, draw_id=draw_id)
    if found is None:
        raise TaoliError(_("This code is not right, or a newer one has been printed. Please look at your slip again."))
    return found


def answer(*, place: CallPlace, answers: Mapping[str, str]) -> None:
    """Spend the right to answer and let three numbers grow, in one transaction and one statement for the numbers.

    ConflictError: answered already. TaoliError: the calls are over, something is left open.
    """
    asked = [key for key, _text in QUESTIONS[place.list.whom]]
    if set(answers) != set(asked) or not set(answers.values()) <= set(ANSWERS):
        raise TaoliError(_("Please answer all three questions."))
    with unit_of_work():
        rows = CallList.objects.of(place.school_id).select_for_update(of=("self",))
        row = rows.filter(pk=place.list_id, state=CallList.State.CALLING).first()
        if row is None or over(row):
            raise TaoliError(_("The calls are over; answers are no longer taken."))
        mine = CallPlace.objects.of(place.school_id).filter(pk=place.pk, code_hash=place.code_hash, spent=False)
        if not mine.filter(consent=CallPlace.Consent.YES).update(spent=True):
            raise ConflictError(_("This has been answered already. An answer that is in stays as it is."))
        given = Q()
        for key, value in answers.items():
            given |= Q(question=key, answer=value)
        CallTally.objects.of(place.school_id).filter(given, list=row).update(n=F("n") + 1)
