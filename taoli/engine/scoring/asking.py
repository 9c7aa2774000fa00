"""Methods that use what others answered: thirds, rank_scaled, survey_mean, sources_weighted."""

from math import fsum

from taoli.engine.facts import Finding, MentorScope
from taoli.engine.scheme.methods import RankScaled, SourcesWeighted, SurveyMean, Thirds
from taoli.engine.scoring.desk import Desk
from taoli.engine.scoring.values import Outcome, left_out

FEWEST_MENTORS = 3  # a rank among fewer says nothing and points at a person
THIRDS = 3
EQUAL_TO = 9  # decimal places to which two means are the same


def thirds(desk: Desk, mentor: MentorScope, method: Thirds) -> Outcome:
    """Points by third of the ranking; the edge of a third is drawn in the mentor's favour."""
    found = _place(desk, mentor, method)
    if isinstance(found, Outcome):
        return found
    place, ranked, mean = found
    third = (place - 1) * THIRDS // ranked
    given = (method.top, method.middle, method.bottom)[third]
    params = {"place": place, "mentors": ranked, "mean": mean, "third": third + 1, "points": given}
    return Outcome(given, (Finding("third", params),))


def rank_scaled(desk: Desk, mentor: MentorScope, method: RankScaled) -> Outcome:
    """Points on a straight line from the best place to the last."""
    found = _place(desk, mentor, method)
    if isinstance(found, Outcome):
        return found
    place, ranked, mean = found
    given = method.best - (method.best - method.worst) * (place - 1) / (ranked - 1)
    params = {"place": place, "mentors": ranked, "mean": mean, "points": given}
    return Outcome(given, (Finding("rank", params),))


def survey_mean(desk: Desk, mentor: MentorScope, method: SurveyMean, points: float) -> Outcome:
    """Points times the mean answer over the best possible one."""
    answers = desk.answers(method.source, mentor.mentor_id)
    if too_few := _too_few(answers, method.min_answers):
        return too_few
    mean = _mean(answers)
    given = points * _share(mean, method.max_answer)
    params = {"answers": len(answers), "mean": mean, "max_answer": method.max_answer, "points": given}
    return Outcome(given, (Finding("survey_mean", params),))


def sources_weighted(desk: Desk, mentor: MentorScope, method: SourcesWeighted, points: float) -> Outcome:
    """The weighted mean over the sources with enough answers."""
    shares, weights, findings = [], [], []
    for source in method.sources:
        answers = desk.answers(source.source, mentor.mentor_id)
        asked = {"source": source.source.value, "answers": len(answers)}
        if len(answers) < method.min_answers:
            findings.append(Finding("source_left_out", {**asked, "min": method.min_answers}))
            continue
        mean = _mean(answers)
        shares.append(source.weight * _share(mean, source.max_answer))
        weights.append(source.weight)
        findings.append(Finding("source", {**asked, "mean": mean, "weight": source.weight}))
    if not weights:
        return Outcome(None, (*findings, Finding("too_few_answers", {"answers": 0, "min": method.min_answers})))
    given = points * fsum(shares) / fsum(weights)
    return Outcome(given, (*findings, Finding("weighted", {"points": given})))


def _place(desk: Desk, mentor: MentorScope, method: Thirds | RankScaled) -> tuple[int, int, float] | Outcome:
    """Place (ties share the better one), how many are ranked, mean; or why there is no place."""
    answers = desk.answers(method.source, mentor.mentor_id)
    if too_few := _too_few(answers, method.min_answers):
        return too_few
    where = mentor.grade_id if method.scope == "grade" else mentor.school_id
    means = [
        _mean(others)
        for mentor_id in desk.scope_of[method.scope.value, where]
        if len(others := desk.answers(method.source, mentor_id)) >= method.min_answers
    ]
    if len(means) < FEWEST_MENTORS:
        return left_out("too_few_mentors", mentors=len(means), min=FEWEST_MENTORS)
    own = _mean(answers)
    return 1 + sum(mean > own for mean in means), len(means), own


def _too_few(answers: tuple[float, ...], least: int) -> Outcome | None:
    return left_out("too_few_answers", answers=len(answers), min=least) if len(answers) < least else None


def _mean(answers: tuple[float, ...]) -> float:
    return round(fsum(answers) / len(answers), EQUAL_TO)


def _share(mean: float, best: float) -> float:
    return min(max(mean / best, 0.0), 1.0)
