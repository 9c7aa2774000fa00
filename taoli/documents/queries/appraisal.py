"""工作落实考核表 as plain texts: the columns are the scheme's own items."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from taoli.common.policy import Actor
from taoli.evaluation.models import AppraisalRun, AppraisalSheet
from taoli.evaluation.phrases import shown
from taoli.evaluation.queries.evidence import lines
from taoli.evaluation.queries.sheets import counted_until, current_run, get_sheet, sheets
from taoli.roster.models import Term
from taoli.roster.queries.calendar import current_term
from taoli.schemes.queries import rules

TITLE = "工作落实考核表"
LEFT_OUT, WAITING = "未计", "待定"
UNPUBLISHED = {"draft": "草稿，尚未公布。", "shown": "已给导师看，尚未公布。"}
RESCALED = "{total}（折算）"


@dataclass(frozen=True, slots=True)
class AppraisalPaper:
    """A form of one or several sheets: its title, item columns, rows and the notes below."""

    run: AppraisalRun
    title: str
    columns: tuple[str, ...]
    rows: tuple[dict[str, Any], ...]
    notes: tuple[str, ...]
    sheet_ids: tuple[uuid.UUID, ...]
    details: tuple[dict[str, str], ...] = ()


def paper_of_all(actor: Actor) -> AppraisalPaper | None:
    """Return the form of every sheet the actor reaches in the current term; None while there is no appraisal."""
    run = current_run(actor.school_id, current_term(actor.school_id))
    found = list(sheets(actor, run)) if run else []
    return _paper(run, found) if run and found else None


def paper_of_one(actor: Actor, pk: uuid.UUID) -> tuple[AppraisalPaper, AppraisalSheet]:
    """Return the form of one reachable sheet with how each point was reckoned; 404 otherwise."""
    sheet = get_sheet(actor, pk)
    details = tuple(
        {"label": line.label, "points": _cell(item), "most": line.most, "how": " ".join(line.sentences)}
        for line, item in zip(lines(sheet), sheet.items, strict=True)
    )
    return _paper(sheet.run, [sheet], details), sheet


def term_of(paper: AppraisalPaper) -> Term:
    """Return the term a form is about."""
    term: Term = paper.run.term
    return term


def _paper(run: AppraisalRun, found: list[AppraisalSheet], details: tuple[dict[str, str], ...] = ()) -> AppraisalPaper:
    return AppraisalPaper(
        run=run,
        title=_title(run),
        columns=tuple(f"{item['label']}\n{shown(item['max'])}分" for item in found[0].items),
        rows=tuple(_row(no, sheet) for no, sheet in enumerate(found, start=1)),
        notes=tuple(_notes(run, found)),
        sheet_ids=tuple(sheet.pk for sheet in found),
        details=details,
    )


def _title(run: AppraisalRun) -> str:
    named = [form.label for form in rules(run.scheme).forms if form.key == "appraisal"]
    return next(iter(named), TITLE)


def _row(no: int, sheet: AppraisalSheet) -> dict[str, Any]:
    total = shown(sheet.total)
    if total and sheet.rescaled:
        total = RESCALED.format(total=total)
    cells = [_cell(item) for item in sheet.items]
    return {
        "no": str(no),
        "mentor": sheet.mentor.name,
        "mentees": str(sheet.mentees),
        "classes": sheet.classes,
        "marks": cells,
        "points": dict(zip((item["key"] for item in sheet.items), cells, strict=True)),
        "total": total or WAITING,
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
