"""What term end left, as sheets of the state: honours, training, figures of surveys; nothing sealed, no free text."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from taoli.common.models import School
from taoli.engine.survey import Question
from taoli.evaluation.models import AppraisalRun, Survey, SurveyFigure, TrainingPart
from taoli.evaluation.queries.awards import honours_decided
from taoli.roster.models import Grade, Staff

CHUNK = 2000
Row = list[Any]


def honours(school: School) -> Iterator[Row]:
    """Yield who has which honour of each published appraisal, as it was decided; by strokes, no scores."""
    runs = AppraisalRun.objects.of(school).filter(state=AppraisalRun.State.PUBLISHED)
    for run in runs.select_related("term", "scheme").order_by("term__starts", "id"):
        for label, names in honours_decided(run):
            yield from ([run.term.name, label, one["level"], one["name"]] for one in names)


def training(school: School) -> Iterator[Row]:
    """Yield who had how many hours of what."""
    rows = TrainingPart.objects.of(school).select_related("session", "staff")
    for row in rows.order_by("session__held_on", "session_id", "staff__number", "id").iterator(CHUNK):
        yield [
            *(row.session.held_on.isoformat(), row.session.theme, row.session.get_kind_display()),
            *(row.staff.number, row.staff.name, float(row.hours)),
        ]


def figures(school: School) -> Iterator[Row]:
    """Yield the figures of closed surveys that may be told: of the school, its grades, its mentors by staff number."""
    grades = dict(Grade.objects.of(school).values_list("pk", "name"))
    mentors = dict(Staff.objects.of(school).values_list("pk", "name"))
    rows = SurveyFigure.objects.of(school).filter(survey__state=Survey.State.CLOSED, hidden="", n__isnull=False)
    texts: dict[Any, dict[str, str]] = {}
    for row in rows.select_related("survey__term").order_by("survey__term__starts", "survey_id", "id").iterator(CHUNK):
        survey = row.survey
        if survey.pk not in texts:
            texts[survey.pk] = {one.key: one.text for one in map(Question.model_validate, survey.questions)}
        place = grades.get(row.place_id) or mentors.get(row.place_id) or _("the whole school")
        mean = "" if row.mean is None else round(row.mean, 2)
        question = texts[survey.pk].get(row.question, row.question)
        yield [survey.term.name, survey.title, survey.get_source_display(), question, place, row.n, mean]
