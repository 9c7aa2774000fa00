"""Answer an objection: the mentor's words, the item with its arithmetic, and the answer."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.evaluation import services
from taoli.evaluation.forms import ObjectionAnswerForm
from taoli.evaluation.queries.evidence import lines
from taoli.evaluation.queries.objections import get_objection, item_choices, label_of, named_records


@page(permission=("evaluation.objection", "answer"), methods=("GET", "POST"))
def objection_answer(request: Request, pk: uuid.UUID) -> HttpResponse:
    """POST accepts with new points, or leaves the points as they are; nobody answers the own."""
    actor = request.actor
    objection = get_objection(actor, pk, "answer")
    items = [] if objection.item else item_choices(objection.sheet)
    form = ObjectionAnswerForm(request.POST or None, items=items, initial={"edit": objection.edit})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        answer = services.Answer(
            accepted=said["verdict"] == "accepted",
            text=said["answer"],
            item=said.get("item", ""),
            points=said["points"],
        )

        def work() -> str:
            services.answer_objection(by=actor, objection=objection, answer=answer, edit=said["edit"])
            return reverse("evaluation:objection_list")

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    if objection.sheet.mentor_id != actor.person_id:
        log_view(actor, "evaluation.objection", [objection.pk], page="evaluation:objection_answer")
    context = {
        "objection": objection,
        "label": label_of(objection.sheet, objection.item),
        "lines": [line for line in lines(objection.sheet) if line.key == objection.item or not objection.item],
        "records": named_records(objection),
        "form": form,
        "own": objection.sheet.mentor_id == actor.person_id,
        "waits": objection.state == "open",
    }
    return render(request, "evaluation/objection_answer.html", context)
