"""A term's rows as facts for the appraisal."""

import datetime as dt
from collections import defaultdict

from taoli.common import clock
from taoli.duties.queries.facts import act_facts, cell_facts
from taoli.duties.queries.keeping import ensure_cells
from taoli.engine.facts import MentorScope, Pairing
from taoli.engine.scoring import ScoringFacts
from taoli.engine.survey import Question, chosen
from taoli.evaluation.models import AppraisalRun, AssessorTick, Survey, SurveyBatch
from taoli.evaluation.queries.answers import marks_in
from taoli.evaluation.queries.sources import SURVEYS, scales_of
from taoli.evaluation.queries.urn import opened
from taoli.matching.queries.pairings import pairing_facts
from taoli.roster.models import Term
from taoli.roster.queries.calendar import calendar_facts, term_facts


def scoring_facts(school_id: int, term: Term, run: AppraisalRun | None) -> ScoringFacts:
    """Return everything the engine needs to score a term's appraisal: one read of each table, no loops.

    Before the last day of the term only what was due by today counts.
    """
    ensure_cells(school_id, term.ends)
    pairings = pairing_facts(school_id, term)
    scopes = mentor_scopes(school_id, pairings)
    before = term_before(school_id, term)
    return ScoringFacts(
        term=term_facts(term),
        calendar=calendar_facts(school_id, term),
        mentors=scopes,
        pairings=pairings,
        acts=act_facts(school_id, term),
        cells=cell_facts(school_id, term),
        ticks=ticks_of(run) if run else {},
        survey=answers_of(school_id, term),
        earlier=answers_of(school_id, before) if before else {},
        register_done={scope.mentor_id: bool(scope.student_ids) for scope in scopes},
        as_of=counted_until(term, clock.today()),
    )


def counted_until(term: Term, day: dt.date) -> dt.date | None:
    """Return the day up to which an appraisal reckoned on that day counts; None for the whole term."""
    return day if day < term.ends else None


def term_before(school_id: int, term: Term) -> Term | None:
    """Return the term that ended last before this one."""
    return Term.objects.of(school_id).filter(ends__lt=term.starts).order_by("-ends").first()


def mentor_scopes(school_id: int, pairings: tuple[Pairing, ...]) -> tuple[MentorScope, ...]:
    """Return who answers for whom: a mentor of several grades is ranked in the one with most mentees."""
    of_mentor: dict[str, list[Pairing]] = defaultdict(list)
    for pairing in pairings:
        of_mentor[pairing.mentor_id].append(pairing)
    return tuple(_scope(school_id, mentor, rows) for mentor, rows in sorted(of_mentor.items()))


def _scope(school_id: int, mentor_id: str, rows: list[Pairing]) -> MentorScope:
    grades = [row.grade_id for row in rows]
    return MentorScope(
        mentor_id=mentor_id,
        grade_id=max(sorted(set(grades)), key=grades.count),
        unit_ids=tuple(sorted({row.unit_id for row in rows if row.unit_id})),
        student_ids=tuple(sorted({row.student_id for row in rows})),
        school_id=str(school_id),
    )


def ticks_of(run: AppraisalRun) -> dict[tuple[str, str], bool | float]:
    """Return the assessors' words on (mentor, item): a yes or no, or the points typed."""
    rows = AssessorTick.objects.of(run.school_id).filter(run=run).values_list("mentor_id", "item", "good", "points")
    return {(str(mentor), item): good if points is None else points for mentor, item, good, points in rows}


def answers_of(school_id: int, term: Term) -> dict[tuple[str, str], tuple[float, ...]]:
    """Return the answers on (source, mentor) of the term's batches in use and closed surveys that count, sorted so that
    no order is told. They are opened in memory and kept nowhere.
    """
    found: dict[tuple[str, str], list[float]] = defaultdict(list)
    for batch in SurveyBatch.objects.of(school_id).filter(term=term, state=SurveyBatch.State.IN_USE):
        for mentor, value in marks_in(batch):
            found[SURVEYS[batch.source].value, str(mentor)].append(value)
    closed = list(Survey.objects.of(school_id).filter(term=term, state=Survey.State.CLOSED, counts=True))
    scales = scales_of(school_id, term) if closed else {}
    for survey in closed:
        for mentor_id, value in marks_of(survey, scales.get(survey.source)):
            found[SURVEYS[survey.source].value, mentor_id].append(value)
    return {key: tuple(sorted(values)) for key, values in found.items()}


def marks_of(survey: Survey, scale: float | None) -> list[tuple[str, float]]:
    """Return (mentor, mark) of a closed survey's scored question, brought to the best possible answer `scale`."""
    scored = next((Question.model_validate(one) for one in survey.questions if one.get("scored")), None)
    if scored is None:
        return []
    times = (scale or scored.most) / scored.most
    return [
        (content["mentor"], (place + 1) * times)
        for content in opened(survey)
        if content["mentor"]
        for place in chosen(scored, content["answers"].get(scored.key))
    ]
