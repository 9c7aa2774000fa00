"""Methods that use what others answered: thirds, rank_scaled, survey_mean, sources_weighted."""

from math import fsum

from taoli.engine.facts import Finding, MentorScope
from taoli.engine.scheme.methods import RankScaled, SourcesWeighted, SurveyMean, Thirds
from taoli.engine.scoring.desk import Desk, Pool
from taoli.engine.scoring.pooling import least_of, pool_of
from taoli.engine.scoring.values import Outcome, left_out

FEWEST_MENTORS = 3  # a rank among fewer says nothing and points at a person
THIRDS = 3
EQUAL_TO = 9  # decimal places to which two means are the same


def thirds(desk: Desk, mentor: MentorScope, method: Thirds) -> Outcome:
    """Points by third of the ranking; the edge of a third is drawn in the mentor's favour."""
    found = _place(desk, mentor, method)
    if isinstance(found, Outcome):
        return found
    place, ranked, mean, pooled = found
    third = (place - 1) * THIRDS // ranked
    given = (method.top, method.middle, method.bottom)[third]
    params = {"place": place, "mentors": ranked, "mean": mean, "third": third + 1, "points": given}
    return Outcome(given, (*pooled, Finding("third", params)))


def rank_scaled(desk: Desk, mentor: MentorScope, method: RankScaled) -> Outcome:
    """Points on a straight line from the best place to the last."""
    found = _place(desk, mentor, method)
    if isinstance(found, Outcome):
        return found
    place, ranked, mean, pooled = found
    given = method.best - (method.best - method.worst) * (place - 1) / (ranked - 1)
    params = {"place": place, "mentors": ranked, "mean": mean, "points": given}
    return Outcome(given, (*pooled, Finding("rank", params)))


def survey_mean(desk: Desk, mentor: MentorScope, method: SurveyMean, points: float) -> Outcome:
    """Points times the mean answer over the best possible one."""
    least = least_of(method.source, method.min_answers)
    pool = pool_of(desk, mentor, method.source, least)
    answers = pool.answers
    if too_few := _too_few(answers, least):
        return too_few
    mean = _mean(answers)
    given = points * _share(mean, method.max_answer)
    params = {"answers": len(answers), "mean": mean, "max_answer": method.max_answer, "points": given}
    return Outcome(given, (*_said(pool), Finding("survey_mean", params)))


def sources_weighted(desk: Desk, mentor: MentorScope, method: SourcesWeighted, points: float) -> Outcome:
    """The weighted mean over the sources with enough answers."""
    shares, weights, findings = [], [], []
    for source in method.sources:
        least = least_of(source.source, method.min_answers)
        pool = pool_of(desk, mentor, source.source, least)
        answers = pool.answers
        asked = {"source": source.source.value, "answers": len(answers)}
        if len(answers) < least:
            findings.append(Finding("source_left_out", {**asked, "min": least}))
            continue
        findings += _said(pool)
        mean = _mean(answers)
        shares.append(source.weight * _share(mean, source.max_answer))
        weights.append(source.weight)
        findings.append(Finding("source", {**asked, "mean": mean, "weight": source.weight}))
    if not weights:
        return Outcome(None, (*findings, Finding("too_few_answers", {"answers": 0, "min": least})))
    given = points * fsum(shares) / fsum(weights)
    return Outcome(given, (*findings, Finding("weighted", {"points": given})))


Place = tuple[int, int, float, tuple[Finding, ...]]


def _place(desk: Desk, mentor: MentorScope, method: Thirds | RankScaled) -> Place | Outcome:
    """Place (ties share the better one), how many are ranked, mean, how answers were pooled; or why there is none."""
    least = least_of(method.source, method.min_answers)
    pool = pool_of(desk, mentor, method.source, least)
    if too_few := _too_few(pool.answers, least):
        return too_few
    means = _means(desk, mentor, method, least)
    if len(means) < FEWEST_MENTORS:
        return left_out("too_few_mentors", mentors=len(means), min=FEWEST_MENTORS)
    own = _mean(pool.answers)
    return 1 + sum(mean > own for mean in means), len(means), own, _said(pool)


def _means(desk: Desk, mentor: MentorScope, method: Thirds | RankScaled, least: int) -> list[float]:
    """The means of all mentors ranked together, worked out once for them all."""
    where = mentor.grade_id if method.scope == "grade" else mentor.school_id
    place = (method.scope.value, where, method.source.value, least)
    if place not in desk.means:
        desk.means[place] = [
            _mean(others)
            for mentor_id in desk.scope_of[method.scope.value, where]
            if len(others := pool_of(desk, desk.scopes[mentor_id], method.source, least).answers) >= least
        ]
    return desk.means[place]


def _said(pool: Pool) -> tuple[Finding, ...]:
    return () if pool.finding is None else (pool.finding,)


def _too_few(answers: tuple[float, ...], least: int) -> Outcome | None:
    return left_out("too_few_answers", answers=len(answers), min=least) if len(answers) < least else None


def _mean(answers: tuple[float, ...]) -> float:
    return round(fsum(answers) / len(answers), EQUAL_TO)


def _share(mean: float, best: float) -> float:
    return min(max(mean / best, 0.0), 1.0)
