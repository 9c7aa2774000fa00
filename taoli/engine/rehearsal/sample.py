"""Stated sample values for what a published text leaves open: so that a rehearsal can run, never to be published."""

from taoli.engine.scheme import Scheme, SchemeError, apply_changes, open_points

Sample = str | int | float
VALUES: dict[str, Sample] = {
    "weeks": 4,
    "anchor_week": 3,
    "weekday": 3,
    "slot": "下午最后一节自习",
    "first_week": 1,
    "min_minutes": 20,
    "before_week": 4,
    "per": "term",
    "times": 1,
    "hours": 10,
    "amount": 20,
    "n": 10,
    "share": 0.2,
    "from_grade": 1,
    "from_term": 1,
    "number": 1,
}
STUDENTS = {"min": 5, "target": 10, "max": 16}
UNITS = {"min": 1, "target": 1, "max": 2}
AROUND = {"min": 0.6, "max": 1.6}  # a bound beside a target that the text gives


def typed(scheme: Scheme) -> tuple[Scheme, dict[str, Sample]]:
    """The scheme with every open point typed, and what was typed. What has no sample value stays open."""
    changes: dict[str, Sample] = {}
    for point in open_points(scheme):
        value = _sample(scheme, point.path)
        if value is not None and _fits(scheme, point.path, value):
            changes[point.path] = value
    return apply_changes(scheme, changes), changes


def _fits(scheme: Scheme, path: str, value: Sample) -> bool:
    try:
        apply_changes(scheme, {path: value})
    except SchemeError:
        return False
    return True


def _sample(scheme: Scheme, path: str) -> Sample | None:
    head, name = path.split(".", 1)[0], path.rsplit(".", 1)[-1]
    if head == "capacity" and name in STUDENTS:
        return _bound(scheme, path, name)
    return VALUES.get(name)


def _bound(scheme: Scheme, path: str, name: str) -> int:
    role = path.split(".")[1]
    capacity = next(value for actor, value in scheme.capacity.items() if actor.value == role)
    bound = capacity.alternative if capacity.alternative and ".alternative." in path else capacity
    if bound.target is not None and name in AROUND:
        return max(1, round(bound.target * AROUND[name]))
    sample = (STUDENTS if bound.unit == "student" else UNITS)[name]
    low, high = bound.min or 0, bound.max or max(sample, bound.min or 0)
    return min(max(sample, low), high)
