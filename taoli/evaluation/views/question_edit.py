"""One question of a survey that is being prepared."""

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.evaluation import services
from taoli.evaluation.forms import QuestionForm
from taoli.evaluation.forms.surveys import asked_before
from taoli.evaluation.queries.surveys import get_draft, questions_of


@page(permission=("evaluation.survey", "edit"), methods=("GET", "POST"))
def question_edit(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Add one, or change the one at `?place=`."""
    survey = get_draft(request.actor, pk)
    known, text = questions_of(survey), request.GET.get("place", "")
    place = int(text) if text.isascii() and text.isdigit() else None
    if place is not None and place >= len(known):
        raise Http404
    before = {"kind": "scale", "most": 5, "required": True} if place is None else asked_before(known[place])
    form = QuestionForm(request.POST or None, initial={**before, "edit": survey.edit})
    if not survey.about_mentor:
        del form.fields["scored"]
    if request.method == "POST" and form.is_valid():
        try:
            return once(request, lambda: _put(request, pk, form, place))
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"survey": survey, "form": form, "place": place, "op": request.POST.get("op", "")}
    return render(request, "evaluation/question_edit.html", context)


def _put(request: Request, pk: uuid.UUID, form: QuestionForm, place: int | None) -> str:
    edit = form.cleaned_data["edit"]
    services.put_question(by=request.actor, survey_id=pk, edit=edit, question=form.question(), place=place)
    return reverse("evaluation:survey_edit", args=[pk]) + "#questions"
