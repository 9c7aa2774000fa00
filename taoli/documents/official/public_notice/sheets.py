"""A sheet for each notice of the term's published appraisal; before one is prepared, one for the pen."""

import uuid
from collections.abc import Collection, Iterable

from taoli.common.policy import Actor
from taoli.documents.official.honours import lists_of, printed
from taoli.documents.official.layout import Sheet
from taoli.documents.official.reading import chinese_day
from taoli.evaluation.models import HonourNotice
from taoli.evaluation.queries.printing import HonourList, as_list, notices_up
from taoli.evaluation.queries.sheets import current_run
from taoli.roster.models import Term

DAY, LINE = "______年___月___日", "________________"


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:  # noqa: ARG001 the school's notices
    """Return the notices as they were frozen; with none, the names of the appraisal and lines for the pen."""
    found = notices_up(actor, current_run(actor.school_id, term))
    if found:
        return [_of_notice(one) for one in found]
    return [_sheet("公示", lists_of(actor, term), starts=DAY, ends=DAY, telephone=LINE, mailbox=LINE)]


def _of_notice(one: HonourNotice) -> Sheet:
    said = {"starts": chinese_day(one.starts), "ends": chinese_day(one.until)}
    places = {"telephone": one.telephone, "mailbox": one.mailbox}
    return _sheet(f"公示 {one.label}", [as_list(one, one.names)], **said, **places)


def _sheet(name: str, found: Iterable[HonourList], **said: str) -> Sheet:
    return Sheet(None, name, {**said, "honours": printed(list(found))})
