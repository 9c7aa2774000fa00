"""Paper sheets from a workbook: read, shown as numbers, taken in once confirmed."""

import json
import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import ngettext

from taoli.common.errors import TaoliError
from taoli.common.pages import Request, page
from taoli.common.sealed import seal, unseal
from taoli.evaluation.forms import PapersForm
from taoli.evaluation.phrases import answer_problem
from taoli.evaluation.queries.results import get_survey
from taoli.evaluation.readers.papers import PaperReading, read_papers
from taoli.evaluation.services.papers import type_sheets


@page(permission=("evaluation.survey", "edit"), methods=("GET", "POST"))
def paper_import(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Read a workbook and say what it holds; what was read waits sealed in the page, not in the database."""
    survey, bound = get_survey(request.actor, pk, "open"), f"evaluation.paper_import:{pk}"
    if "confirm" in request.POST:
        try:
            done = type_sheets(survey=survey, sheets=json.loads(unseal(request.POST["confirm"], bound)))
        except TaoliError as refusal:
            messages.error(request, str(refusal))
            return HttpResponseRedirect(reverse("evaluation:paper_import", args=[pk]))
        messages.success(request, ngettext("%(n)s sheet is in.", "%(n)s sheets are in.", done) % {"n": done})
        return HttpResponseRedirect(reverse("evaluation:paper_type", args=[pk]))
    form = PapersForm(request.POST or None, request.FILES or None)
    context: dict[str, Any] = {"survey": survey, "form": form}
    if request.method == "POST" and form.is_valid():
        context |= _shown(read_papers(survey, form.cleaned_data["file"].read()), bound)
    return render(request, "evaluation/paper_import.html", context)


def _shown(reading: PaperReading, bound: str) -> dict[str, Any]:
    problems = [answer_problem(one.as_json()) for one in reading.problems]
    return {
        "problems": problems,
        "reading": None if problems else reading,
        "sealed": "" if problems else seal(json.dumps(reading.sheets, ensure_ascii=False), bound),
    }
