"""What the run shows of the appraisal: items scored and left out, the sum, honours, the allowance."""

from collections import Counter

from taoli.engine.rehearsal.proofs.people import people_of
from taoli.engine.rehearsal.values import Proof, Stage, Values
from taoli.engine.scheme import Appraisal, apply_changes
from taoli.engine.scoring import score


def appraisal_proof(stage: Stage, names: list[str]) -> Proof:
    """The appraisal as a whole, or the part that is named."""
    appraisal = stage.scheme.appraisal
    assert appraisal is not None
    part = names[0] if names else ""
    if part == "items":
        return _item(stage, names[1:])
    if part == "honours":
        return _honour(stage, names[1])
    if part == "allowance":
        return _allowance(stage, appraisal)
    if part in {"assessors", "materials_by"}:
        return _people(stage, appraisal)
    return _whole(stage, appraisal)


def _whole(stage: Stage, appraisal: Appraisal) -> Proof:
    """Sheets for every mentor, and the points of the items add up to the full number."""
    totals = [sheet.total for sheet in stage.sheets if sheet.total is not None]
    points = sum(item.points for item in appraisal.items)
    params: Values = {"sheets": len(stage.sheets), "totals": len(totals), "points": points, "full": appraisal.full}
    if not appraisal.items:
        uses = len(appraisal.result_enters) + len(appraisal.honours)
        return Proof("held" if uses else "not_yet", "no_items_in_the_text", {"uses": uses})
    params |= {"best": max(totals, default=None), "least": min(totals, default=None)}
    return Proof("held" if totals else "not_yet", "sheets_made", params)


def _item(stage: Stage, names: list[str]) -> Proof:
    """The item (or its variant) as scored for the mentors of the run."""
    sheets = stage.sheets
    if names[1:2] == ["variants"]:
        other = apply_changes(stage.scheme, {f"appraisal.items.{names[0]}.chosen": names[2]})
        sheets = score(other, stage.scoring)
    found = [item for sheet in sheets for item in sheet.items if item.key == names[0]]
    states = Counter(item.state for item in found)
    points = {item.points for item in found if item.points is not None}
    label = found[0].label if found else names[0]
    params: Values = {"label": label, "scored": states["scored"], "left_out": states["left_out"], "values": len(points)}
    params |= {"waiting": states["waiting"], "best": max(points, default=None), "least": min(points, default=None)}
    if not states["scored"]:
        reason = next((item.arithmetic[-1].code for item in found if item.state == "left_out"), "waiting")
        return Proof("not_yet", "item_left_out", {**params, "why": reason})
    return Proof("held", "item_scored", params)


def _honour(stage: Stage, key: str) -> Proof:
    chosen, findings = stage.honours[key]
    codes = {one.code for one in findings}
    params: Values = {
        "mentors": chosen,
        "ties": int("ties_at_the_edge" in codes),
        "most": int("more_than_half" in codes),
    }
    if "given_by_people" in codes:
        return Proof("held", "given_by_people", params)
    return Proof("held" if chosen else "not_yet", "honour_given", params)


def _allowance(stage: Stage, appraisal: Appraisal) -> Proof:
    if stage.allowance is None:
        return Proof("not_applicable", "no_amount", {})
    kind = appraisal.allowance.kind.value if appraisal.allowance else ""
    return Proof("held", "allowance_reckoned", {"kind": kind, "sum": stage.allowance})


def _people(stage: Stage, appraisal: Appraisal) -> Proof:
    asked = [*appraisal.assessors, *([appraisal.materials_by] if appraisal.materials_by else [])]
    there = sum(people_of(stage).get(role, 0) > 0 for role in asked)
    return Proof("held" if there else "not_yet", "assessors_there", {"asked": len(asked), "there": there})
