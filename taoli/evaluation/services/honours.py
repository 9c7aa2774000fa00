"""Honours that people give: titles and stars."""

import uuid
from collections.abc import Iterable

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.engine.scheme import Honour
from taoli.evaluation.models import AppraisalRun, AppraisalSheet, HonourGrant


def grant(
    *, by: Actor, run: AppraisalRun, honour: Honour, mentor_id: uuid.UUID, level: int | None, met: Iterable[str]
) -> HonourGrant:
    """Give a mentor of the appraisal a title or a level of stars, in place of an earlier level.

    TaoliError: no sheet of that mentor, a level or a criterion that the scheme does not have.
    """
    criteria = tuple(met)
    known = {one.level: one.criteria for one in honour.levels}
    if known and level not in known:
        raise TaoliError(_("Please choose a level."))
    if not set(criteria) <= {text for texts in known.values() for text in texts}:
        raise TaoliError(_("This criterion is not in the scheme."))
    if not AppraisalSheet.objects.of(by.school_id).filter(run=run, mentor_id=mentor_id).exists():
        raise TaoliError(_("This mentor has no sheet in this appraisal."))
    with change(by=by, action="honour.grant", object_id=run.pk, honour=honour.key, level=level):
        row, _made = HonourGrant.objects.update_or_create(
            school_id=by.school_id,
            run=run,
            mentor_id=mentor_id,
            honour=honour.key,
            defaults={"level": level if known else None, "met": list(criteria), "by": by.person_id, "at": clock.now()},
        )
    return row


def withdraw(*, by: Actor, given: HonourGrant) -> None:
    """Take an honour back that was given by mistake."""
    with change(by=by, action="honour.withdraw", object_id=given.run_id, honour=given.honour):
        HonourGrant.objects.of(by.school_id).filter(pk=given.pk).delete()
