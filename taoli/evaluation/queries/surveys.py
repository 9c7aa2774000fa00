"""Surveys as the office prepares and follows them: how many answered in all, never who or of which class."""

import uuid
from dataclasses import dataclass

from django.http import Http404

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.engine.survey import Question, ReadySet, ready_sets
from taoli.evaluation.models import Questionnaire, Survey, SurveyBatch
from taoli.evaluation.queries.population import Holder, population
from taoli.evaluation.queries.sources import SURVEYS
from taoli.roster.models import Grade, Term
from taoli.roster.queries.calendar import current_term
from taoli.schemes.queries import published, rules

State = Survey.State
SOURCE_OF = {word: source for source, word in SURVEYS.items()}
MOST_QUESTIONS = 30
BLANK = "blank-"


@dataclass(frozen=True, slots=True)
class Offer:
    """A questionnaire that can be taken: a ready set of the scheme, or one of the school's own."""

    key: str
    title: str
    source: str
    who: str
    about_mentor: bool
    intro: str
    questions: tuple[Question, ...]

    @property
    def scored(self) -> bool:
        """Whether a mark of it can enter the appraisal."""
        return self.about_mentor and any(one.scored for one in self.questions)


def surveys(actor: Actor) -> list[Survey]:
    """Return the surveys of the current term (else of all), the newest first."""
    rows = Survey.objects.of(actor.school_id).select_related("term")
    term = current_term(actor.school_id)
    return list((rows.filter(term=term) if term else rows).order_by("-opens_on", "-id"))


def surveys_of_term(term: Term) -> list[Survey]:
    """Return a term's surveys that were not cancelled: those that go on first, then the latest closed."""
    rows = Survey.objects.of(term.school_id).filter(term=term).exclude(state=State.CANCELLED)
    order = {State.OPEN: 0, State.DRAFT: 1, State.CLOSED: 2}
    return sorted(rows.order_by("-closes_on", "id"), key=lambda one: order[State(one.state)])


def get_survey(actor: Actor, pk: uuid.UUID) -> Survey:
    """Return a survey of the actor's school; 404 otherwise."""
    row = Survey.objects.of(actor.school_id).select_related("term", "questionnaire").filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def get_draft(actor: Actor, pk: uuid.UUID) -> Survey:
    """Return a survey that is still being prepared; 404 otherwise."""
    row = get_survey(actor, pk)
    if row.state != State.DRAFT:
        raise Http404
    return row


def offers(school_id: int) -> list[Offer]:
    """Return the ready sets of the scheme in force, then the school's own questionnaires."""
    version = published(school_id, clock.today()) or published(school_id)
    ready = [_ready(one) for one in ready_sets(rules(version))] if version else []
    rows = Questionnaire.objects.of(school_id).filter(ready_key="", retired=False).order_by("title", "id")
    return ready + [_own(row) for row in rows]


def blanks() -> list[Offer]:
    """Return an empty questionnaire for each source, to be filled by the school itself."""
    return [_blank(source.value) for source in SurveyBatch.Source]


def offer(school_id: int, key: str) -> Offer | None:
    """Return one of the questionnaires on offer, or an empty one, by key."""
    among = blanks() if key.startswith(BLANK) else offers(school_id)
    return next((one for one in among if one.key == key), None)


def questions_of(survey: Survey) -> tuple[Question, ...]:
    """Return a survey's questions."""
    return tuple(Question.model_validate(one) for one in survey.questions)


def grades(school_id: int) -> list[Grade]:
    """Return the school's grades in order."""
    return list(Grade.objects.of(school_id).order_by("order", "id"))


def grade_names(survey: Survey) -> list[str]:
    """Return the names of the grades asked; none for the whole school."""
    return [one.name for one in grades(survey.school_id) if str(one.pk) in survey.grades] if survey.grades else []


def term_now(school_id: int) -> Term | None:
    """Return the term in which a survey would be made."""
    return current_term(school_id)


def who_is_asked(survey: Survey) -> list[Holder]:
    """Return the population as it would be today."""
    return population(survey)


def source_word(source: str) -> str:
    """Return who answers, in words."""
    return str(SurveyBatch.Source(source).label)


def _ready(one: ReadySet) -> Offer:
    source = SOURCE_OF[one.source]
    return Offer(one.key, one.title, source, source_word(source), one.about_mentor, one.intro, one.questions)


def _blank(source: str) -> Offer:
    return Offer(f"{BLANK}{source}", "", source, source_word(source), about_mentor=True, intro="", questions=())


def _own(row: Questionnaire) -> Offer:
    read = tuple(Question.model_validate(one) for one in row.questions)
    return Offer(str(row.pk), row.title, row.source, source_word(row.source), row.about_mentor, row.intro, read)
