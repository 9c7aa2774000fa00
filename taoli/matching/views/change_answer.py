"""The office answers a request for another mentor."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.matching.forms import AnswerForm, PlanForm
from taoli.matching.queries.plans import asking_plan
from taoli.matching.queries.year import get_ask
from taoli.matching.services.asking import answer_ask


@page(permission=("matching.change_ask", "answer"), methods=("GET", "POST"))
def change_answer(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show the reason and the proposal; take decision and answer."""
    ask = get_ask(request.actor, pk)
    if ask.state != "open" and request.method == "GET":
        return redirect("matching:change_list")
    log_view(request.actor, "matching.change_ask", [pk], page="matching:change_answer")
    plan = asking_plan(request.actor.school_id, ask.student, clock.today())
    answer = AnswerForm(request.POST or None, initial={"starts": clock.today()})
    form = PlanForm(request.POST or None, lines=plan.lines, mentors=plan.names)
    if request.method == "POST" and answer.is_valid() and form.is_valid():
        given = answer.cleaned_data

        def work() -> str:
            answer_ask(
                by=request.actor,
                pk=pk,
                answer=given["answer"],
                granted=given["decision"] == "granted",
                starts=given["starts"],
                shift=next(iter(form.shifts()), None),
                beyond=form.cleaned_data["beyond"],
            )
            messages.success(request, _("Answered; the reason is erased."))
            return reverse("matching:change_list")

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    return render(request, "matching/change_answer.html", {"ask": ask, "answer": answer, "form": form, "plan": plan})
