"""Regional indicators: shares of yes by term, comparable because their keys are the same."""

from collections.abc import Iterator
from dataclasses import dataclass

from taoli.common.policy import Actor
from taoli.engine.survey import Question, Share, yes_share
from taoli.evaluation.models import Survey, SurveyBatch, SurveyFigure
from taoli.evaluation.phrases import indicator_name

WIDTH, HEIGHT, EDGE = 240, 64, 8


@dataclass(frozen=True, slots=True)
class Reading:
    """An indicator in one survey; no share where too few answered."""

    term: str
    survey: str
    share: Share | None

    @property
    def percent(self) -> str:
        """The share as a percentage."""
        return f"{100 * self.share.share:.1f}%" if self.share else ""

    @property
    def interval(self) -> str:
        """The interval as percentages."""
        return f"{100 * self.share.low:.1f}%–{100 * self.share.high:.1f}%" if self.share else ""


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of the small chart, with the ends of its interval; in pixels from the top left."""

    x: int
    y: int
    high: int
    low: int


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator of one source over the terms, the earliest first."""

    name: str
    who: str
    question: str
    readings: tuple[Reading, ...]

    @property
    def dots(self) -> list[Dot]:
        """The chart's points: 0 to 100 per cent from bottom to top."""
        known = [one.share for one in self.readings if one.share]
        step = (WIDTH - 2 * EDGE) / max(len(known) - 1, 1)
        return [
            Dot(round(EDGE + place * step), _height(one.share), _height(one.high), _height(one.low))
            for place, one in enumerate(known)
        ]

    @property
    def line(self) -> str:
        """The points of the chart's line."""
        return " ".join(f"{dot.x},{dot.y}" for dot in self.dots)


def indicators(actor: Actor) -> list[Indicator]:
    """Return the school's indicators by source and name: two reads."""
    rows = Survey.objects.of(actor.school_id).filter(state=Survey.State.CLOSED).select_related("term")
    surveys = list(rows.order_by("term__starts", "closed_at", "id"))
    figures = SurveyFigure.objects.of(actor.school_id).filter(survey__in=surveys, place_kind="school")
    known = {(one.survey_id, one.question): one for one in figures}
    found: dict[tuple[str, str], list[tuple[Question, Reading]]] = {}
    for survey in surveys:
        for question in standing(survey):
            figure = known.get((survey.pk, question.key))
            reading = Reading(survey.term.name, survey.title, share_of(survey, question, figure))
            found.setdefault((survey.source, question.indicator), []).append((question, reading))
    return [
        Indicator(
            indicator_name(key),
            str(SurveyBatch.Source(source).label),
            of_one[-1][0].text,
            tuple(reading for _question, reading in of_one),
        )
        for (source, key), of_one in sorted(found.items(), key=lambda one: one[0])
    ]


def closed_surveys(actor: Actor) -> list[Survey]:
    """Return the closed surveys of the school, the latest first."""
    rows = Survey.objects.of(actor.school_id).filter(state=Survey.State.CLOSED).select_related("term")
    return list(rows.order_by("-closed_at", "id"))


def standing(survey: Survey) -> Iterator[Question]:
    """Yield the questions of a survey that stand for an indicator."""
    return (one for one in map(Question.model_validate, survey.questions) if one.indicator and one.good)


def share_of(survey: Survey, question: Question, figure: SurveyFigure | None) -> Share | None:
    """Return the share, reckoned from what is told and nothing else; its population is all who could have been asked.

    None where too few answered.
    """
    if figure is None or not figure.counts or not figure.n:
        return None
    return yes_share(question, figure.counts, figure.n, max(survey.population, survey.asked))


def _height(share: float) -> int:
    return round(EDGE + (1 - share) * (HEIGHT - 2 * EDGE))
