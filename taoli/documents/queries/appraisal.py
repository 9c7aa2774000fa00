"""工作落实考核表 as plain texts: the columns are the scheme's own items."""

import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from taoli.common.policy import Actor
from taoli.common.views_log import log_view
from taoli.evaluation.models import AppraisalRun, AppraisalSheet
from taoli.evaluation.phrases import arithmetic, shown
from taoli.evaluation.queries.sheets import counted_until, current_run, get_sheet, sheets
from taoli.roster.models import Term
from taoli.schemes.queries import rules

LEFT_OUT, WAITING = "未计", "待定"
UNPUBLISHED = {"draft": "草稿，尚未公布。", "shown": "已给导师看，尚未公布。"}
RESCALED = "{total}（折算）"
NONE_YET = "本学期还没有生成考核。"
PAGE = "documents:appraisal_sheet"


@dataclass(frozen=True, slots=True)
class MentorPaper:
    """One mentor's form."""

    mentor_id: uuid.UUID
    mentor: str
    number: str
    data: dict[str, Any]


def papers_of(actor: Actor, term: Term, mentor_ids: Collection[uuid.UUID]) -> list[MentorPaper]:
    """Return the form of each of these mentors whose sheet the actor reaches, others' readings logged."""
    run = current_run(actor.school_id, term)
    found = list(sheets(actor, run).filter(mentor_id__in=list(mentor_ids))) if run else []
    log_view(actor, "evaluation.sheet", _others(actor, found), page=PAGE)
    return [_of_mentor(run, sheet) for sheet in found] if run else []


def list_paper(actor: Actor, term: Term) -> dict[str, Any]:
    """Return the list of every sheet the actor reaches, others' readings logged."""
    run = current_run(actor.school_id, term)
    found = list(sheets(actor, run)) if run else []
    log_view(actor, "evaluation.sheet", _others(actor, found), page=PAGE)
    if run is None or not found:
        return {"rows": [], "notes": [NONE_YET]}
    rows = [_row(no, sheet) for no, sheet in enumerate(found, start=1)]
    return {"rows": rows, "notes": list(_notes(run, found))}


def term_of_sheet(actor: Actor, pk: uuid.UUID) -> tuple[Term, AppraisalSheet]:
    """Return a reachable sheet with its term; 404 otherwise."""
    sheet = get_sheet(actor, pk)
    term: Term = sheet.run.term
    return term, sheet


def _others(actor: Actor, found: Iterable[AppraisalSheet]) -> list[uuid.UUID]:
    return [sheet.pk for sheet in found if sheet.mentor_id != actor.person_id]


def _of_mentor(run: AppraisalRun, sheet: AppraisalSheet) -> MentorPaper:
    scheme = rules(run.scheme)
    details = [
        {
            "label": item["label"],
            "points": _cell(item),
            "most": shown(item["max"]),
            "how": " ".join(arithmetic(one["code"], one["params"], scheme) for one in item["arithmetic"]),
        }
        for item in sheet.items
    ]
    data = {"rows": [_row(1, sheet)], "notes": list(_notes(run, [sheet])), "details": details}
    return MentorPaper(sheet.mentor_id, sheet.mentor.name, sheet.mentor.number, data)


def _row(no: int, sheet: AppraisalSheet) -> dict[str, Any]:
    total = shown(sheet.total)
    if total and sheet.rescaled:
        total = RESCALED.format(total=total)
    return {
        "no": str(no),
        "mentor": sheet.mentor.name,
        "mentees": str(sheet.mentees),
        "classes": sheet.classes,
        "total": total or WAITING,
        **{f"item{place}": _cell(item) for place, item in enumerate(sheet.items)},
    }


def _cell(item: dict[str, Any]) -> str:
    return {"left_out": LEFT_OUT, "waiting": WAITING}.get(item["state"]) or shown(item["points"])


def _notes(run: AppraisalRun, found: Iterable[AppraisalSheet]) -> Iterable[str]:
    states = {item["state"] for sheet in found for item in sheet.items}
    full = shown(next(iter(found)).full)
    if "left_out" in states:
        yield f"“未计”：没有足够的答卷或没有要求，该项暂不计分，总分按其余项目比例换算为{full}分（折算）。"
    if "waiting" in states:
        yield "“待定”：等考核组打勾。"
    until = counted_until(run)
    if until:
        yield f"统计到{until.year}年{until.month}月{until.day}日，之后才到期的要求不算没有完成。"
    yield f"已公布，核对码 {run.checksum[:12]}。" if run.checksum else UNPUBLISHED[run.state]
