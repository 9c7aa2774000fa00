"""Whose answers the scheme in force asks for, and on which scale."""

from taoli.common import clock
from taoli.engine.scheme import Scheme
from taoli.engine.scheme.methods import RankScaled, SourcesWeighted, SurveyMean, Thirds
from taoli.engine.scheme.vocabulary import Survey
from taoli.evaluation.models import SurveyBatch
from taoli.evaluation.queries.sheets import current_run
from taoli.roster.models import Term
from taoli.schemes.queries import published, rules

Source = SurveyBatch.Source
SCALE = 5.0
# The engine's word for each source of answers.
SURVEYS: dict[str, Survey] = {
    Source.STUDENT.value: Survey.STUDENTS,
    Source.GUARDIAN.value: Survey.GUARDIANS,
    Source.PEER.value: Survey.PEERS,
    Source.LEADER.value: Survey.LEADERS,
    Source.LEAD_MENTOR.value: Survey.LEAD_MENTOR,
    Source.MORAL_OFFICE.value: Survey.MORAL_OFFICE,
    Source.SELF.value: Survey.SELF,
}
USUAL = {Source.STUDENT.value: SCALE, Source.GUARDIAN.value: SCALE}


def scales_of(school_id: int, term: Term | None) -> dict[str, float]:
    """Return source → best possible answer, as the term's appraisal (else the scheme in force) asks for it; students
    and parents where nothing is asked yet.
    """
    run = current_run(school_id, term)
    day = min(clock.today(), term.ends) if term else clock.today()
    version = run.scheme if run else published(school_id, day)
    asked = surveys_of(rules(version)) if version else {}
    found = {source: asked[word] for source, word in SURVEYS.items() if word in asked}
    return found or dict(USUAL)


def surveys_of(scheme: Scheme) -> dict[Survey, float]:
    """Return survey → best possible answer of the methods in force; a ranking asks for 1 to 5."""
    found: dict[Survey, float] = {}
    for item in scheme.appraisal.items if scheme.appraisal else ():
        method = item.method_in_force
        if isinstance(method, Thirds | RankScaled):
            found.setdefault(method.source, SCALE)
        elif isinstance(method, SurveyMean):
            found[method.source] = max(found.get(method.source, 0), method.max_answer)
        elif isinstance(method, SourcesWeighted):
            for one in method.sources:
                found[one.source] = max(found.get(one.source, 0), one.max_answer)
    return found
