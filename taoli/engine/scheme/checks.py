"""What the types alone cannot say: keys that meet, numbers that add up."""

from collections import Counter
from collections.abc import Iterable, Iterator
from math import isclose

from taoli.engine.facts import ATTENTION
from taoli.engine.scheme.appraisal import AppraisalItem
from taoli.engine.scheme.clauses import Keyed
from taoli.engine.scheme.errors import Problem
from taoli.engine.scheme.methods import DeductEach, DoneOnce, DutyCoverage, Method, PerCount, RankScaled, Thirds
from taoli.engine.scheme.model import Scheme
from taoli.engine.scheme.people import Capacity, UnitBound
from taoli.engine.scheme.possible import why_impossible
from taoli.engine.scheme.vocabulary import Per

REGISTER = "register"
# Steps that give somebody a mentor; the others prepare or seal it.
PAIRING_STEPS = frozenset({"assign", "allocate", "claim_groups", "mentor_choice", "nominate"})


def problems_of(scheme: Scheme) -> Iterator[Problem]:
    """Every fault of a well-formed scheme."""
    yield from _repeated(scheme)
    yield from _capacity(scheme)
    yield from _pairing(scheme)
    yield from _duties(scheme)
    if scheme.appraisal is not None:
        yield from _appraisal(scheme, scheme.appraisal.items, scheme.appraisal.full)


def _repeated(scheme: Scheme) -> Iterator[Problem]:
    keyed: dict[str, Iterable[Keyed]] = {
        "guidances": scheme.guidances,
        "bodies": scheme.bodies,
        "duties": scheme.duties,
        "categories": scheme.categories,
        "conferences": scheme.conferences,
        "training": scheme.training,
        "archive_sections": scheme.archive_sections,
        "forms": scheme.forms,
        "appraisal.items": scheme.appraisal.items if scheme.appraisal else (),
    }
    names = {path: [entry.key for entry in entries] for path, entries in keyed.items()}
    names["texts"] = [text.key for text in scheme.texts]
    names["steps"] = [step.kind for step in scheme.steps]
    for path, found in names.items():
        for name, times in Counter(found).items():
            if times > 1:
                yield Problem(f"{path}.{name}", "repeated", {"name": name, "times": times})


def _capacity(scheme: Scheme) -> Iterator[Problem]:
    for role, capacity in scheme.capacity.items():
        bounds: tuple[Capacity | UnitBound | None, ...] = (capacity, capacity.alternative)
        for bound in bounds:
            if bound is not None:
                known = [value for value in (bound.min, bound.target, bound.max) if value is not None]
                if known != sorted(known):
                    params = {"min": bound.min, "target": bound.target, "max": bound.max}
                    yield Problem(f"capacity.{role.value}", "bounds_out_of_order", params, capacity.clause)


def _pairing(scheme: Scheme) -> Iterator[Problem]:
    if not any(step.kind in PAIRING_STEPS for step in scheme.steps):
        yield Problem("steps", "nobody_is_paired", {}, scheme.steps[0].clause)


def _duties(scheme: Scheme) -> Iterator[Problem]:
    known = {category.key for category in scheme.categories} | {ATTENTION}
    for duty in scheme.duties:
        if duty.per == Per.CYCLE and scheme.cycle is None:
            yield Problem(f"duties.{duty.key}.per", "no_cycle", {}, duty.clause)
        if reason := why_impossible(duty):
            yield Problem(f"duties.{duty.key}", "nobody_can_do", {"why": reason}, duty.clause)
        for code in duty.only_for:
            if code not in known:
                params = {"category": code}
                yield Problem(f"duties.{duty.key}.only_for", "unknown_category", params, duty.clause)


def _appraisal(scheme: Scheme, items: tuple[AppraisalItem, ...], full: float) -> Iterator[Problem]:
    total = sum(item.points for item in items)
    if not isclose(total, full):
        yield Problem("appraisal.items", "points_do_not_add_up", {"sum": total, "full": full})
    duties = {duty.key for duty in scheme.duties}
    for item in items:
        path = f"appraisal.items.{item.key}.method"
        for method in (item.method, *(variant.method for variant in item.variants)):
            for key in duties_used(method):
                if key not in duties:
                    yield Problem(path, "unknown_duty", {"duty": key}, item.clause)
            given = _points_in(method)
            if list(given) != sorted(given, reverse=True) or any(value > item.points for value in given):
                yield Problem(path, "points_above_item", {"points": item.points}, item.clause)


def duties_used(method: Method) -> tuple[str, ...]:
    """The duties whose records a method looks at."""
    if isinstance(method, DutyCoverage):
        return method.duties
    if isinstance(method, PerCount):
        return (method.duty,)
    if isinstance(method, DoneOnce) and method.what != REGISTER:
        return (method.what,)
    return ()


def _points_in(method: Method) -> tuple[float, ...]:
    """The points a method itself names, best first."""
    if isinstance(method, Thirds):
        return method.top, method.middle, method.bottom
    if isinstance(method, RankScaled):
        return method.best, method.worst
    if isinstance(method, PerCount):
        return (method.cap,)
    return (method.floor,) if isinstance(method, DeductEach) else ()
