"""A paper sheet is typed: its code, then its numbers; the keyboard is enough."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.pages import Request, page
from taoli.evaluation.forms.papers import SheetForm
from taoli.evaluation.queries.papers import about, questions_on
from taoli.evaluation.queries.results import get_survey
from taoli.evaluation.services.papers import open_sheet, type_sheet


@page(permission=("evaluation.survey", "edit"), methods=("GET", "POST"))
def paper_type(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Ask for a code, never in the address; then show the sheet's questions; then take it in.

    No operation id is kept: it would stand beside the time. A sheet sent twice is refused by its code.
    """
    survey, code, error = get_survey(request.actor, pk, "open"), request.POST.get("code", "").strip(), ""
    form: SheetForm | None = None
    if code:
        try:
            token = open_sheet(survey=survey, code=code)
            sent = request.POST if "sheet" in request.POST else None
            form = SheetForm(sent, questions=questions_on(survey), about=about(token))
            if form.is_valid():
                type_sheet(survey=survey, code=code, answers=form.answers())
                messages.success(request, _("The sheet is in. The next one, please."))
                return HttpResponseRedirect(reverse("evaluation:paper_type", args=[pk]))
        except TaoliError as refusal:
            error, form = str(refusal), None
    context: dict[str, Any] = {"survey": survey, "code": code, "form": form, "error": error}
    return render(request, "evaluation/paper_type.html", context)
