"""Everything a scheme says, clause by clause, as codes and values for pages and the printed document."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from taoli.engine.scheme.clauses import Clause, Keyed
from taoli.engine.scheme.errors import Param
from taoli.engine.scheme.model import Scheme
from taoli.engine.scheme.people import Capacity
from taoli.engine.scheme.vocabulary import Actor

PLANNED = "planned:"


@dataclass(frozen=True, slots=True)
class Statement:
    """One demand: section of the scheme, whom it asks (None: the school as a whole), code, values, clause. Lists of
    labels are one text with `、` between them, lists of codes one with commas.
    """

    section: str
    role: Actor | None
    code: str
    params: Mapping[str, Param]
    clause: Clause


def describe(scheme: Scheme) -> tuple[Statement, ...]:
    """Every demand in the order of the flow; codes `is_set_up`, `sits_in`, `guides_in`, `covers`, `is_given`,
    `may_mentor`, `lasts`, `takes`, `does_step`, `has_cycle`, `owes`, `knows_of`, `chairs`, `attends`, `learns`,
    `assesses`, `gathers`, `is_scored_on`, `is_used_for`, `may_get`, `is_paid`, `files`, `keeps_form`, `reads`,
    `is_served`, `is_left_out`.
    """
    return (
        *_bodies(scheme),
        *_whom(scheme),
        *(_takes(role, capacity) for role, capacity in scheme.capacity.items()),
        *_steps(scheme),
        *_cycle(scheme),
        *_duties(scheme),
        *_conferences(scheme),
        *_training(scheme),
        *_appraisal(scheme),
        *_papers(scheme),
        *_rest(scheme),
    )


def _bodies(scheme: Scheme) -> Iterator[Statement]:
    for body in scheme.bodies:
        named: dict[str, Param] = {"body": body.kind.value, "label": body.label}
        if not body.members:
            yield Statement("bodies", None, "is_set_up", named, body.clause)
        for role in body.members:
            yield Statement("bodies", role, "sits_in", named, body.clause)
    labels = _labels(scheme.guidances)
    for clause in dict.fromkeys(guidance.clause for guidance in scheme.guidances):
        params: dict[str, Param] = {"labels": labels, "count": len(scheme.guidances)}
        yield Statement("guidances", Actor.MENTOR, "guides_in", params, clause)


def _whom(scheme: Scheme) -> Iterator[Statement]:
    coverage, unit = scheme.coverage, scheme.clause_of("unit")
    whom: dict[str, Param] = {
        "whom": coverage.whom.value,
        "from_grade": coverage.from_grade,
        "from_term": coverage.from_term,
        "from_moment": coverage.from_moment.value,
        "until": coverage.until.value,
    }
    yield Statement("coverage", None, "covers", whom, coverage.clause)
    if unit is not None:
        units: dict[str, Param] = {"units": _codes((scheme.unit, *scheme.other_units))}
        yield Statement("coverage", None, "is_given", units, unit)
    rule, asked = scheme.eligibility.rule, scheme.eligibility.exceptions
    eligible: dict[str, Param] = {"rule": rule.value, "exceptions": _codes(asked)}
    yield Statement("coverage", None, "may_mentor", eligible, scheme.eligibility.clause)
    if scheme.continuity is not None:
        lasting = scheme.continuity
        kept: dict[str, Param] = {"kind": lasting.kind.value, "successor": lasting.successor_takes_over}
        yield Statement("coverage", None, "lasts", kept, lasting.clause)
    for clause in dict.fromkeys(category.clause for category in scheme.categories):
        known = [one for one in scheme.categories if one.offered and one.clause == clause]
        if known:
            params: dict[str, Param] = {"labels": _labels(known), "count": len(known)}
            yield Statement("coverage", Actor.MENTOR, "knows_of", params, clause)


def _labels(entries: Iterable[Keyed]) -> str:
    return "、".join(entry.label for entry in entries)


def _codes(codes: Iterable[StrEnum]) -> str:
    return ",".join(code.value for code in codes)


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


def _cycle(scheme: Scheme) -> Iterator[Statement]:
    if scheme.cycle is not None:
        cycle = scheme.cycle
        params: dict[str, Param] = {
            "weeks": cycle.weeks,
            "anchor_week": cycle.anchor_week,
            "weekday": cycle.weekday,
            "slot": cycle.slot,
        }
        yield Statement("duties", None, "has_cycle", params, cycle.clause)


def _duties(scheme: Scheme) -> Iterator[Statement]:
    labels = {category.key: category.label for category in scheme.categories}
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
            "kinds": _codes(duty.kinds),
            "channels": _codes(duty.channels),
            "one_to_one": duty.one_to_one,
            "planned_before": duty.planned_before,
            "protected_slot": duty.protected_slot,
            "before_week": duty.before_week,
            "only_for": "、".join(labels.get(code, code) for code in duty.only_for),
            "fulfilled_by": duty.fulfilled_by.value,
            "vacation_counts": duty.vacation_counts.value if duty.vacation_counts else None,
        }
        yield Statement("duties", duty.who, "owes", params, duty.clause)


def _conferences(scheme: Scheme) -> Iterator[Statement]:
    for conference in scheme.conferences:
        params: dict[str, Param] = {
            "conference": conference.kind.value,
            "label": conference.label,
            "times": conference.times,
            "per": conference.per.value if conference.per else None,
            "agenda": "、".join(conference.agenda),
        }
        yield Statement("conferences", conference.chair, "chairs", params, conference.clause)
        for role in conference.attended_by:
            yield Statement("conferences", role, "attends", params, conference.clause)


def _training(scheme: Scheme) -> Iterator[Statement]:
    for course in scheme.training:
        params: dict[str, Param] = {
            "training": course.kind.value,
            "label": course.label,
            "times": course.times,
            "per": course.per.value if course.per else None,
            "hours": course.hours,
            "topics": "、".join(course.topics),
            "before_start": course.before_start,
        }
        yield Statement("training", course.who, "learns", params, course.clause)


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
    if appraisal.result_enters:
        used: dict[str, Param] = {"uses": _codes(appraisal.result_enters)}
        yield Statement("appraisal", Actor.MENTOR, "is_used_for", used, appraisal.clause_of("result_enters"))
    for honour in appraisal.honours:
        offered: dict[str, Param] = {
            "honour": honour.kind.value,
            "label": honour.label,
            "n": honour.n,
            "share": honour.share,
        }
        yield Statement("appraisal", Actor.MENTOR, "may_get", offered, honour.clause)
    if appraisal.allowance is not None:
        paid = appraisal.allowance
        pay: dict[str, Param] = {"kind": paid.kind.value, "amount": paid.amount, "times_factor": paid.times_factor}
        yield Statement("appraisal", Actor.MENTOR, "is_paid", pay, paid.clause)


def _papers(scheme: Scheme) -> Iterator[Statement]:
    for section in scheme.archive_sections:
        yield Statement("archive", Actor.MENTOR, "files", {"label": section.label}, section.clause)
    for form in scheme.forms:
        role = Actor.TEACHING_OFFICE if form.kept_by_office else form.filled_by
        params: dict[str, Param] = {"form": form.key, "label": form.label, "number": form.number}
        yield Statement("forms", role, "keeps_form", params, form.clause)
    for text in scheme.texts:
        yield Statement("texts", Actor.MENTOR, "reads", {"key": text.key, "text": text.text}, text.clause)


def _rest(scheme: Scheme) -> Iterator[Statement]:
    """Rules that no value rests on: what the software does for them, and what is left to people."""
    for rule, app in scheme.features.items():
        if rule in scheme.clauses:
            served: dict[str, Param] = {"app": app.removeprefix(PLANNED), "planned": app.startswith(PLANNED)}
            yield Statement("rest", None, "is_served", served, _clause(scheme, rule))
    for entry in scheme.not_modelled:
        params: dict[str, Param] = {"reason": entry.reason.value, "note": entry.note}
        yield Statement("rest", None, "is_left_out", params, _clause(scheme, entry.rule))


def _clause(scheme: Scheme, rule: str) -> Clause:
    text = scheme.clauses.get(rule)
    return Clause(rule=rule, ref=text.ref if text else rule, quote=text.quote if text else "")
