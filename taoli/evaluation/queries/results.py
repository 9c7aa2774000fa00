"""What came of a survey: the figures made at closing, never a single answer."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.http import Http404

from taoli.common.policy import Actor
from taoli.engine.survey import Question, QuestionKind
from taoli.evaluation.models import Survey, SurveyFigure
from taoli.evaluation.phrases import figure_words
from taoli.evaluation.queries.comments import released_by_survey
from taoli.roster.models import Grade, Staff

Kind = QuestionKind
Figures = dict[tuple[str, uuid.UUID | None], SurveyFigure]


@dataclass(frozen=True, slots=True)
class Bar:
    """One answer of a question: how many gave it, and as a share of the people who answered."""

    label: str
    count: int
    percent: int


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one question in one place."""

    place: str
    words: str
    n: int | None
    mean: str
    bars: tuple[Bar, ...]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what is told of the school, the grades and the mentors (by staff number)."""

    text: str
    options: tuple[str, ...]
    school: Told
    grades: tuple[Told, ...]
    mentors: tuple[Told, ...]


def get_survey(actor: Actor, pk: uuid.UUID, *states: str) -> Survey:
    """Return a survey of the actor's school in one of the states; 404 otherwise."""
    rows = Survey.objects.of(actor.school_id).select_related("term").filter(pk=pk)
    found: Survey | None = (rows.filter(state__in=states) if states else rows).first()
    if found is None:
        raise Http404
    return found


def closed_surveys(school_id: int) -> list[Survey]:
    """Return the closed surveys, the latest first."""
    rows = Survey.objects.of(school_id).filter(state=Survey.State.CLOSED).select_related("term")
    return list(rows.order_by("-closed_at", "id"))


def questions_of(survey: Survey) -> list[Question]:
    """Return the questions that have figures."""
    return [one for one in map(Question.model_validate, survey.questions) if one.kind is not Kind.TEXT]


def results(survey: Survey) -> list[Asked]:
    """Return every question with its figures: three reads, however many mentors there are."""
    figures = SurveyFigure.objects.of(survey.school_id).filter(survey=survey)
    by_question: dict[str, Figures] = {}
    for figure in figures:
        by_question.setdefault(figure.question, {})[figure.place_kind, figure.place_id] = figure
    ids = {one.place_id for one in figures if one.place_id}
    grades = list(Grade.objects.of(survey.school_id).filter(pk__in=ids).order_by("order", "id"))
    mentors = list(Staff.objects.of(survey.school_id).filter(pk__in=ids).order_by("number", "id"))
    return [_asked(question, by_question.get(question.key, {}), grades, mentors) for question in questions_of(survey)]


def told(question: Question, figure: SurveyFigure | None, place: str, key: str = "") -> Told:
    """Return a figure as a page shows it; without one nobody answered."""
    words = figure_words(figure.n, figure.mean, figure.hidden, most=question.most) if figure else figure_words(0)
    if figure is None or figure.hidden == "few":
        return Told(place, words, None, "", (), key)
    mean = f"{figure.mean:g}" if figure.mean is not None and figure.hidden not in {"top", "bottom"} else ""
    bars = _bars(labels(question), figure.counts, figure.n) if figure.counts and figure.n else ()
    return Told(place, words, figure.n, mean, bars, key)


def labels(question: Question) -> tuple[str, ...]:
    """Return the answers that can be given, in order."""
    points = tuple(str(point) for point in range(1, question.most + 1))
    return points if question.kind is Kind.SCALE else question.options


def _asked(question: Question, figures: Figures, grades: Iterable[Grade], mentors: Iterable[Staff]) -> Asked:
    def of(kind: str, pk: uuid.UUID, place: str, key: str = "") -> list[Told]:
        figure = figures.get((kind, pk))
        return [told(question, figure, place, key)] if figure else []

    return Asked(
        question.text,
        labels(question),
        told(question, figures.get(("school", None)), ""),
        tuple(one for grade in grades for one in of("grade", grade.pk, grade.name)),
        tuple(one for mentor in mentors for one in of("mentor", mentor.pk, mentor.name, mentor.number)),
    )


def _bars(options: tuple[str, ...], counts: list[int], n: int) -> tuple[Bar, ...]:
    return tuple(Bar(label, count, round(100 * count / n)) for label, count in zip(options, counts, strict=True))


def own_surveys(actor: Actor) -> list[tuple[Survey, list[Asked], list[tuple[str, list[str]]]]]:
    """Return the closed surveys with figures or texts on the actor: survey, figures, texts by question; three reads."""
    if actor.person_id is None:
        return []
    surveys = closed_surveys(actor.school_id)
    figures = SurveyFigure.objects.of(actor.school_id).filter(survey__in=surveys)
    own = figures.filter(place_kind="mentor", place_id=actor.person_id)
    by_survey: dict[uuid.UUID, Figures] = {}
    for one in (*figures.filter(place_kind="school"), *own):
        by_survey.setdefault(one.survey_id, {})[f"{one.place_kind} {one.question}", None] = one
    texts = released_by_survey(actor.school_id, surveys, actor.person_id)
    found = []
    for survey in surveys:
        known = by_survey.get(survey.pk, {})
        asked = [
            Asked(
                question.text,
                labels(question),
                told(question, known.get((f"school {question.key}", None)), ""),
                (),
                (told(question, mine, actor.name),),
            )
            for question in questions_of(survey)
            if (mine := known.get((f"mentor {question.key}", None)))
        ]
        if asked or survey.pk in texts:
            found.append((survey, asked, texts.get(survey.pk, [])))
    return found
