"""Items of a sheet between the engine's facts and the stored codes and values."""

from collections.abc import Mapping
from typing import Any

from taoli.engine.facts import Finding
from taoli.engine.scheme import Scheme
from taoli.engine.scoring import ItemScore

Item = Mapping[str, Any]
# A place among colleagues is used and forgotten: nobody can read it, nor print it by mistake.
UNTOLD = {"place"}


def asks_tick(scheme: Scheme) -> frozenset[str]:
    """Return the keys of the items on which an assessor has the last word."""
    items = scheme.appraisal.items if scheme.appraisal else ()
    methods = {item.key: item.method_in_force for item in items}
    return frozenset(
        key for key, method in methods.items() if method.method == "assessor" or getattr(method, "ticked_by", None)
    )


def left_to_assessor(scheme: Scheme) -> frozenset[str]:
    """Return the keys of the items whose points an assessor types: the computer proposes none."""
    items = scheme.appraisal.items if scheme.appraisal else ()
    return frozenset(item.key for item in items if item.method_in_force.method == "assessor")


def item_data(item: ItemScore, *, asks: bool) -> dict[str, Any]:
    """Return one line of a sheet as it is stored: codes and values, no sentences."""
    return {
        "key": item.key,
        "label": item.label,
        "points": item.points,
        "max": item.max_points,
        "state": item.state,
        "proposed": item.proposed,
        "asks": asks,
        "arithmetic": [{"code": one.code, "params": _told(one)} for one in item.arithmetic],
        "evidence": list(item.evidence),
        "not_counted": [list(pair) for pair in item.not_counted],
    }


def _told(finding: Finding) -> dict[str, Any]:
    return {key: value for key, value in finding.params.items() if key not in UNTOLD}


def item_score(data: Item) -> ItemScore:
    """Return a stored line as the engine gave it."""
    return ItemScore(
        key=data["key"],
        label=data["label"],
        points=data["points"],
        max_points=data["max"],
        state=data["state"],
        arithmetic=tuple(Finding(one["code"], one["params"]) for one in data["arithmetic"]),
        evidence=tuple(data["evidence"]),
        not_counted=tuple((one, code) for one, code in data["not_counted"]),
        proposed=data["proposed"],
    )
