"""Everything a sheet's page shows, for the mentor and for those who judge."""

from typing import Any

from taoli.common.policy import Actor
from taoli.evaluation.models import AppraisalSheet
from taoli.evaluation.permissions import APPRAISAL
from taoli.evaluation.phrases import COUNTS_RECORDS, heard_sentence, shown
from taoli.evaluation.queries.days import later_versions
from taoli.evaluation.queries.entries import entry_facts
from taoli.evaluation.queries.evidence import lines
from taoli.evaluation.queries.honours import honours_of, pay_of
from taoli.evaluation.queries.judging import own_items
from taoli.evaluation.queries.objections import by_item, may_object, of_sheet
from taoli.evaluation.queries.sheets import counted_until
from taoli.schemes.queries import rules

DRAFT, SHOWN = "draft", "shown"


def sheet_page(actor: Actor, sheet: AppraisalSheet) -> dict[str, Any]:
    """Return a sheet's lines with arithmetic, evidence and objections; what the actor may tick or object to; facts on
    entries to the mentor, and to the office once the sheet has been shown.
    """
    run, own = sheet.run, sheet.mentor_id == actor.person_id
    heard = by_item(of_sheet(sheet))
    may_see_entries = own or (run.state != DRAFT and APPRAISAL.may(actor, "edit"))
    return {
        "sheet": sheet,
        "lines": [(line, _objections(heard.get(line.key, []), line.key)) for line in lines(sheet)],
        "to_whole": _objections(heard.get("", []), ""),
        "total": shown(sheet.total),
        "honours": honours_of(sheet),
        "pay": pay_of(sheet),
        "full": shown(sheet.full),
        "until": counted_until(run),
        "frozen": bool(run.checksum),
        "shown": run.state == SHOWN,
        "own": own,
        "own_items": own_items(actor, rules(run.scheme)) if run.state == DRAFT and not own else (),
        "may_object": may_object(actor, sheet),
        "entries": entry_facts(sheet) if may_see_entries else None,
        "later": later_versions(run),
        "counts_records": COUNTS_RECORDS,
    }


def _objections(rows: list[Any], key: str) -> list[dict[str, Any]]:
    return [
        {"row": one, "heard": heard_sentence(one.before, one.after) if one.changed == key and one.changed else ""}
        for one in rows
    ]
