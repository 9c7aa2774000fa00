"""Everything a scheme asks, by role, as codes and values for the adoption page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from taoli.engine.scheme.clauses import Clause
from taoli.engine.scheme.errors import Param
from taoli.engine.scheme.model import Scheme
from taoli.engine.scheme.people import Capacity
from taoli.engine.scheme.vocabulary import Actor


@dataclass(frozen=True, slots=True)
class Statement:
    """One demand: section of the scheme, whom it asks, code, values, clause."""

    section: str
    role: Actor
    code: str
    params: Mapping[str, Param]
    clause: Clause


def describe(scheme: Scheme) -> tuple[Statement, ...]:
    """Every demand in the order of the flow; codes `takes`, `does_step`, `owes`, `chairs`, `attends`,
    `assesses`, `gathers`, `is_scored_on`, `may_get`, `keeps_form`, `reads`.
    """
    return (
        *(_takes(role, capacity) for role, capacity in scheme.capacity.items()),
        *_steps(scheme),
        *_duties(scheme),
        *_conferences(scheme),
        *_appraisal(scheme),
        *_papers(scheme),
    )


def _takes(role: Actor, capacity: Capacity) -> Statement:
    other = capacity.alternative
    params: dict[str, Param] = {
        "min": capacity.min,
        "target": capacity.target,
        "max": capacity.max,
        "unit": capacity.unit.value,
        "per": capacity.per,
        "other_unit": other.unit.value if other else None,
        "other_min": other.min if other else None,
        "other_max": other.max if other else None,
    }
    return Statement("capacity", role, "takes", params, capacity.clause)


def _steps(scheme: Scheme) -> Iterator[Statement]:
    for place, step in enumerate(scheme.steps, 1):
        params: dict[str, Param] = {"step": step.kind, "place": place}
        if step.kind == "student_choice":
            params["ranks"] = step.ranks
        for role in step.by:
            yield Statement("steps", role, "does_step", params, step.clause)


def _duties(scheme: Scheme) -> Iterator[Statement]:
    for duty in scheme.duties:
        params: dict[str, Param] = {
            "duty": duty.key,
            "label": duty.label,
            "subject": duty.subject.value,
            "times": duty.times,
            "aim": duty.aim,
            "per": duty.per.value,
            "min_minutes": duty.min_minutes,
            "recorded": duty.recorded,
        }
        yield Statement("duties", duty.who, "owes", params, duty.clause)


def _conferences(scheme: Scheme) -> Iterator[Statement]:
    for conference in scheme.conferences:
        params: dict[str, Param] = {
            "conference": conference.kind.value,
            "label": conference.label,
            "times": conference.times,
            "per": conference.per.value if conference.per else None,
        }
        yield Statement("conferences", conference.chair, "chairs", params, conference.clause)
        for role in conference.attended_by:
            yield Statement("conferences", role, "attends", params, conference.clause)


def _appraisal(scheme: Scheme) -> Iterator[Statement]:
    appraisal = scheme.appraisal
    if appraisal is None:
        return
    params: dict[str, Param] = {"per": appraisal.per.value, "full": appraisal.full}
    for role in appraisal.assessors:
        yield Statement("appraisal", role, "assesses", params, appraisal.clause_of("assessors"))
    if appraisal.materials_by is not None:
        clause = appraisal.clause_of("materials_by")
        yield Statement("appraisal", appraisal.materials_by, "gathers", params, clause)
    for item in appraisal.items:
        variant = item.variant
        asked: dict[str, Param] = {
            "item": item.key,
            "label": item.label,
            "points": item.points,
            "method": item.method_in_force.method,
            "counts_records": variant is not None and variant.counts_records,
        }
        yield Statement("appraisal", Actor.MENTOR, "is_scored_on", asked, item.clause)
    for honour in appraisal.honours:
        offered: dict[str, Param] = {
            "honour": honour.kind.value,
            "label": honour.label,
            "n": honour.n,
            "share": honour.share,
        }
        yield Statement("appraisal", Actor.MENTOR, "may_get", offered, honour.clause)


def _papers(scheme: Scheme) -> Iterator[Statement]:
    for form in scheme.forms:
        role = Actor.TEACHING_OFFICE if form.kept_by_office else Actor.MENTOR
        params: dict[str, Param] = {"form": form.key, "label": form.label, "number": form.number}
        yield Statement("forms", role, "keeps_form", params, form.clause)
    for text in scheme.texts:
        yield Statement("texts", Actor.MENTOR, "reads", {"key": text.key, "text": text.text}, text.clause)
