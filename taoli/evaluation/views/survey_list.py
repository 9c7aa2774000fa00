"""The surveys of the term."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.evaluation.queries.surveys import source_word, surveys, term_now


@page(permission=("evaluation.survey", "edit"))
def survey_list(request: Request) -> HttpResponse:
    """Show each with its state and how many answered in all."""
    rows = [(one, source_word(one.source)) for one in surveys(request.actor)]
    return render(request, "evaluation/survey_list.html", {"rows": rows, "term": term_now(request.actor.school_id)})
