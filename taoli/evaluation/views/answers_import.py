"""Take in a workbook of answers: see what it says before it counts."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.evaluation import services
from taoli.evaluation.forms import AnswersForm
from taoli.evaluation.phrases import answer_problem
from taoli.evaluation.queries.answers import in_use, waiting_counts
from taoli.evaluation.readers.answers import AnswerReading
from taoli.roster.queries.calendar import current_term


@page(permission=("evaluation.survey", "edit"), methods=("GET", "POST"))
def answers_import(request: Request) -> HttpResponse:
    """GET shows what is in use and what waits; POST reads a workbook and keeps it waiting, or lists its problems."""
    form = AnswersForm(request.POST, request.FILES) if request.method == "POST" else AnswersForm()
    problems: list[dict[str, str]] = []
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data["file"].read()
        try:
            reading = services.read_answers(school_id=request.actor.school_id, data=data)
            if not reading.problems:
                return once(request, lambda: _stage(request, reading, data))
            problems = [answer_problem(one.as_json()) for one in reading.problems]
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    term = current_term(request.actor.school_id)
    context = {
        "form": form,
        "problems": problems,
        "term": term,
        "answers": in_use(request.actor.school_id, term) if term else [],
        "waiting": waiting_counts(request.actor.school_id, term) if term and not problems else [],
    }
    return render(request, "evaluation/answers_import.html", context)


def _stage(request: Request, reading: AnswerReading, data: bytes) -> str:
    services.stage_answers(by=request.actor, reading=reading, data=data)
    return reverse("evaluation:answers_import")
