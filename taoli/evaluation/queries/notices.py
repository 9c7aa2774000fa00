"""Public notices of honours: what may be put up, how long, and the papers."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.engine.calendar import each_day, teaching_days
from taoli.engine.scheme import Clause
from taoli.engine.scoring import honoured, stroke_key
from taoli.evaluation.models import AppraisalRun, AppraisalSheet, HonourNotice, NoticeRemark
from taoli.evaluation.permissions import NOTICE
from taoli.evaluation.queries.honours import HonourRow, get_honour, honour_rows
from taoli.roster.models import SchoolNumbers
from taoli.roster.queries.calendar import calendar_facts, term_at, terms

SCHOOL_DAYS = 5
FAR = dt.timedelta(days=40)
SATURDAY = 5
READ = (HonourNotice.State.POSTED, HonourNotice.State.RESULT)


@dataclass(frozen=True, slots=True)
class ToPost:
    """An honour of a published appraisal that has no notice yet."""

    run: AppraisalRun
    row: HonourRow
    count: int


def notices(actor: Actor) -> list[HonourNotice]:
    """Return the notices the actor may read, the latest first: drafts are the office's own."""
    return list(_reached(actor).order_by("-created_at", "id"))


def get_notice(actor: Actor, pk: uuid.UUID) -> HonourNotice:
    """Return one notice the actor may read; 404 otherwise."""
    found = _reached(actor).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def notices_of(run: AppraisalRun) -> list[HonourNotice]:
    """Return the notices of an appraisal that have not been taken down, the first first."""
    rows = HonourNotice.objects.of(run.school_id).filter(run=run).exclude(state=HonourNotice.State.WITHDRAWN)
    return list(rows.order_by("created_at", "id"))


def live_notice(run: AppraisalRun, honour: str) -> HonourNotice | None:
    """Return the notice of an honour that has not been taken down, or None."""
    rows = HonourNotice.objects.of(run.school_id).filter(run=run, honour=honour)
    return rows.exclude(state=HonourNotice.State.WITHDRAWN).select_related("run__term", "run__scheme").first()


def to_post(actor: Actor) -> list[ToPost]:
    """Return the honours of published appraisals that have names and no notice, for the office."""
    if not NOTICE.may(actor, "edit"):
        return []
    runs = AppraisalRun.objects.of(actor.school_id).filter(state=AppraisalRun.State.PUBLISHED)
    known = HonourNotice.objects.of(actor.school_id).exclude(state=HonourNotice.State.WITHDRAWN)
    there = set(known.values_list("run_id", "honour"))
    latest = runs.select_related("term", "scheme").order_by("-term__starts", "id").first()
    if latest is None:
        return []
    rows = [ToPost(latest, row, len(row.names) + len(row.grants)) for row in honour_rows(latest)]
    return [one for one in rows if one.count and (latest.pk, one.row.honour.key) not in there]


def names_of(run: AppraisalRun, row: HonourRow) -> list[dict[str, str]]:
    """Return the names of an honour as a notice freezes them: by strokes of the surname, ties at the edge all in."""
    if row.by_people:
        found = [(str(one.grant.mentor_id), one.name, one.level) for one in row.grants]
    else:
        sheets = AppraisalSheet.objects.of(run.school_id).filter(run=run, total__isnull=False)
        rows = {str(pk): (name, total) for pk, name, total in sheets.values_list("mentor_id", "mentor__name", "total")}
        chosen = honoured(
            row.honour, {pk: total for pk, (_name, total) in rows.items() if total is not None}
        ).mentor_ids
        found = [(pk, rows[pk][0], "") for pk in chosen]
    ordered = sorted(found, key=lambda one: (stroke_key(one[1]), one[0]))
    return [{"mentor": mentor, "name": name, "level": level} for mentor, name, level in ordered]


def until_of(school_id: int, starts: dt.date, days: int = SCHOOL_DAYS) -> dt.date:
    """Return the last of so many school days from a day on; in the holidays, working days."""
    known = terms(school_id)
    term = term_at(known, starts)
    found = teaching_days(calendar_facts(school_id, term), starts, starts + FAR)[:days] if term else ()
    if len(found) < days:
        found = tuple(day for day in each_day(starts, starts + FAR) if day.weekday() < SATURDAY)[:days]
    return found[-1]


def suggested(school_id: int) -> dict[str, Any]:
    """Return what a new notice begins with: from today for five school days, the school's numbers."""
    today = clock.today()
    numbers = SchoolNumbers.objects.of(school_id).first()
    phone = numbers.duty_phone if numbers else ""
    return {"starts": today, "until": until_of(school_id, today), "telephone": phone, "mailbox": ""}


def remarks(notice: HonourNotice) -> list[NoticeRemark]:
    """Return the remarks on a notice, the first first."""
    rows = NoticeRemark.objects.of(notice.school_id).filter(notice=notice).select_related("mentor")
    return list(rows.order_by("came_on", "id"))


def get_remark(notice: HonourNotice, pk: uuid.UUID) -> NoticeRemark:
    """Return one remark on a notice; 404 otherwise."""
    found = NoticeRemark.objects.of(notice.school_id).filter(notice=notice, pk=pk).first()
    if found is None:
        raise Http404
    return found


def standing(notice: HonourNotice) -> list[dict[str, str]]:
    """Return the names that stand: without those whom a remark took off."""
    return [one for one in notice.names if one["mentor"] not in notice.left_out]


def clause_of(notice: HonourNotice) -> Clause | None:
    """Return the clause the honour rests on; None when the scheme has it no more."""
    try:
        return get_honour(notice.run, notice.honour).honour.clause
    except Http404:
        return None


def notice_paper(notice: HonourNotice) -> dict[str, Any]:
    """Return what is printed of a notice and its result: school, term, honour, names by strokes, days, where remarks
    go. No scores, no remarks. `levels`: whether names carry one.
    """
    clause = clause_of(notice)
    names = standing(notice) if notice.state == HonourNotice.State.RESULT else list(notice.names)
    return {
        "school": notice.school.name,
        "term": notice.run.term.name,
        "honour": notice.label,
        "names": names,
        "groups": _groups(names),
        "count": len(names),
        "starts": notice.starts,
        "until": notice.until,
        "telephone": notice.telephone,
        "mailbox": notice.mailbox,
        "posted_on": notice.posted_at,
        "decided_on": notice.decided_at,
        "state": notice.state,
        "clause": clause.ref if clause else "",
    }


def certificates(school_id: int, run: AppraisalRun) -> list[dict[str, Any]]:
    """Return one entry a certificate: every name of a decided notice of the appraisal."""
    rows = HonourNotice.objects.of(school_id).filter(run=run, state=HonourNotice.State.RESULT)
    return [
        {
            "school": notice.school.name,
            "term": run.term.name,
            "mentor": one["mentor"],
            "name": one["name"],
            "honour": notice.label,
            "level": one["level"],
            "decided_on": notice.decided_at,
        }
        for notice in rows.select_related("school").order_by("honour", "id")
        for one in standing(notice)
    ]


def _groups(names: Sequence[dict[str, str]]) -> list[tuple[str, list[str]]]:
    found: dict[str, list[str]] = {}
    for one in names:
        found.setdefault(one["level"], []).append(one["name"])
    return list(found.items())


def _reached(actor: Actor) -> "QuerySet[HonourNotice]":
    rows: QuerySet[HonourNotice] = NOTICE.within(HonourNotice.objects.all(), actor, "view")
    if not NOTICE.may(actor, "edit"):
        rows = rows.filter(Q(state__in=READ))
    return rows.select_related("school", "run__term", "run__scheme")
