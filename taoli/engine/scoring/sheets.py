"""The sheets of all mentors."""

from taoli.engine.facts import Finding, MentorScope
from taoli.engine.scheme.appraisal import AppraisalItem
from taoli.engine.scheme.methods import (
    Assessor,
    DeductEach,
    DoneOnce,
    DutyCoverage,
    Method,
    PerCount,
    RankScaled,
    SourcesWeighted,
    SurveyMean,
    Thirds,
)
from taoli.engine.scheme.model import Scheme
from taoli.engine.scoring import asking, counting
from taoli.engine.scoring.desk import Desk
from taoli.engine.scoring.values import (
    ItemScore,
    ItemState,
    MentorSheet,
    Outcome,
    ScoringFacts,
    rounded,
)


def score(scheme: Scheme, facts: ScoringFacts) -> tuple[MentorSheet, ...]:
    """One sheet per mentor of the facts, in their order; empty when the scheme has no appraisal or names no
    items. An item waits for a tick it asks for; one that cannot be scored is left out and the total is brought to
    full (schemes.md).
    """
    if scheme.appraisal is None or not scheme.appraisal.items:
        return ()
    desk = Desk(scheme, facts)
    return tuple(
        sheet_of(
            mentor.mentor_id,
            tuple(_item(desk, mentor, item) for item in scheme.appraisal.items),
            scheme.appraisal.full,
        )
        for mentor in facts.mentors
    )


def sheet_of(mentor_id: str, items: tuple[ItemScore, ...], full: float) -> MentorSheet:
    """The sheet of scored items: no total while one waits, brought to `full` when one is left out."""
    scored = [(item.points, item.max_points) for item in items if item.points is not None]
    rescaled = any(item.state == "left_out" for item in items)
    if not scored or any(item.state == "waiting" for item in items):
        return MentorSheet(mentor_id, items, None, full, rescaled)
    total = sum(points for points, _ in scored)
    if rescaled:
        total = total * full / sum(best for _, best in scored)
    return MentorSheet(mentor_id, items, rounded(total), full, rescaled)


def _item(desk: Desk, mentor: MentorScope, item: AppraisalItem) -> ItemScore:
    method = item.method_in_force
    found = _outcome(desk, mentor, method, item.points)
    proposed = None if found.points is None else rounded(found.points)
    points, state = _after_tick(desk, mentor.mentor_id, item, method, proposed)
    return ItemScore(
        key=item.key,
        label=item.label,
        points=points,
        max_points=item.points,
        state=state,
        arithmetic=found.arithmetic,
        evidence=found.evidence,
        not_counted=found.not_counted,
        proposed=proposed,
    )


def _after_tick(
    desk: Desk, mentor_id: str, item: AppraisalItem, method: Method, proposed: float | None
) -> tuple[float | None, ItemState]:
    if proposed is None:
        return None, "left_out"
    if not isinstance(method, Assessor) and getattr(method, "ticked_by", None) is None:
        return proposed, "scored"
    tick = desk.facts.ticks.get((mentor_id, item.key))
    if tick is None:
        return None, "waiting"
    if isinstance(tick, bool):
        return (proposed if tick else 0.0), "scored"
    return rounded(min(max(float(tick), 0.0), item.points)), "scored"


def _outcome(desk: Desk, mentor: MentorScope, method: Method, points: float) -> Outcome:
    match method:
        case DoneOnce() | DutyCoverage() | PerCount() | DeductEach():
            return _counted(desk, mentor.mentor_id, method, points)
        case Thirds() | RankScaled() | SurveyMean() | SourcesWeighted():
            return _asked(desk, mentor, method, points)
        case _:  # mypy: only Assessor is left
            return Outcome(points, (Finding("assessed_by", {"who": method.who.value, "of": points}),))


def _counted(
    desk: Desk, mentor_id: str, method: DoneOnce | DutyCoverage | PerCount | DeductEach, points: float
) -> Outcome:
    match method:
        case DoneOnce():
            return counting.done_once(desk, mentor_id, method, points)
        case DutyCoverage():
            return counting.duty_coverage(desk, mentor_id, method, points)
        case PerCount():
            return counting.per_count(desk, mentor_id, method)
        case _:  # mypy: only DeductEach is left
            return counting.deduct_each(desk, mentor_id, method, points)


def _asked(
    desk: Desk, mentor: MentorScope, method: Thirds | RankScaled | SurveyMean | SourcesWeighted, points: float
) -> Outcome:
    match method:
        case Thirds():
            return asking.thirds(desk, mentor, method)
        case RankScaled():
            return asking.rank_scaled(desk, mentor, method)
        case SurveyMean():
            return asking.survey_mean(desk, mentor, method, points)
        case _:  # mypy: only SourcesWeighted is left
            return asking.sources_weighted(desk, mentor, method, points)
