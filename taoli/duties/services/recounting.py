"""The proof that nothing has drifted: everything reckoned from scratch and laid beside what is stored."""

import uuid
from collections.abc import Callable, Collection

from django.db import transaction

from taoli.duties.models import Act, CellState, DutyCell, WeekRollup
from taoli.duties.queries.facts import pairings_of
from taoli.duties.queries.keeping import CHUNK, Drift, chunks, ensure, keep, keep_weeks
from taoli.duties.queries.settings import Setting, setting_of
from taoli.roster.models import Term

Report = Callable[[int, int], None]


def recount(
    *,
    school_id: int,
    term_id: uuid.UUID,
    chunk: int = CHUNK,
    fix: bool = True,
    report: Report | None = None,
) -> Drift:
    """Reckon a term's cells, sums and weeks from scratch, some mentors a transaction; return what differed.

    Mentors whose pairings or scheme have changed are brought up to date first: that is no drift. Without `fix` what
    differs is left as it is.
    """
    setting = setting_of(school_id, Term.objects.of(school_id).get(pk=term_id))
    if setting is None:
        return Drift()
    ensure(setting)
    mentors = _everybody(setting)
    drift, done = Drift(), 0
    for some in chunks(mentors, chunk):
        drift += _recount_some(setting, some, fix=fix)
        done += len(some)
        if report:
            report(done, len(mentors))
    return drift


def _recount_some(setting: Setting, mentors: Collection[uuid.UUID], *, fix: bool) -> Drift:
    with transaction.atomic():
        drift = keep(setting, mentors) + keep_weeks(setting, mentors)
        if not fix:
            transaction.set_rollback(True)
    return drift


def _everybody(setting: Setting) -> set[uuid.UUID]:
    """Return all mentors with a pairing or an act in the term, or with a row that should not be there."""
    found = {uuid.UUID(one.mentor_id) for one in pairings_of(setting)}
    for model in (CellState, DutyCell):
        rows = model._default_manager.filter(school_id=setting.school_id, term=setting.term)
        found |= set(rows.values_list("mentor_id", flat=True).distinct())
    acts = Act.objects.of(setting.school_id).filter(held_on__range=(setting.term.starts, setting.term.ends))
    found |= set(acts.order_by().values_list("mentor_id", flat=True).distinct())
    weeks = WeekRollup.objects.of(setting.school_id).filter(week__range=(setting.term.starts, setting.term.ends))
    return found | set(weeks.values_list("mentor_id", flat=True).distinct())
