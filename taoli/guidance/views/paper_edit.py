"""A student writes a paper, or corrects one."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page
from taoli.guidance.forms import PaperForm
from taoli.guidance.phrases import Question
from taoli.guidance.queries.asking import Offer, offers
from taoli.guidance.queries.papers import get_paper, get_writer, recent_talks
from taoli.guidance.services import correct_paper, hand_in_paper


@page(permission=("guidance.writer", "write"), methods=("GET", "POST"))
def paper_edit(request: Request) -> HttpResponse:
    """Ask the questions of `?kind=`; `?paper=`: one's own paper, with what stands in it, to be corrected."""
    if request.actor.person_id is None:
        raise Http404
    student = get_writer(request.actor, request.actor.person_id)
    if asked := id_of(request.GET.get("paper", "")):
        return _correct(request, asked)
    kind = request.GET.get("kind", "")
    offer = next((one for one in offers(request.actor.school_id, student) if one.kind == kind), None)
    if offer is None:
        messages.info(request, _("There is nothing to hand in for this now, or it is handed in already."))
        return redirect("guidance:paper_list")
    talks = recent_talks(request.actor.school_id, student.pk) if kind == "reflection" else ()
    form = PaperForm(request.POST or None, kind=kind, questions=offer.questions, windows=offer.windows, talks=talks)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            row = hand_in_paper(by=request.actor, student_id=student.pk, facts=form.facts())
            messages.success(request, _("Handed in. Your mentor reads it; you find the answer here."))
            return reverse("guidance:paper_show", args=[row.pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    return _page(request, form, offer.label, offer=offer)


def _correct(request: Request, pk: uuid.UUID) -> HttpResponse:
    paper = get_paper(request.actor, pk)
    questions = [Question(question) for question, _answer in paper.answers]
    begun = {f"a{place}": answer for place, (_question, answer) in enumerate(paper.answers)}
    form = PaperForm(request.POST or None, kind=paper.kind, questions=questions, initial=begun)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            row = correct_paper(by=request.actor, pk=pk, answers=form.answers())
            return reverse("guidance:paper_show", args=[row.pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    return _page(request, form, paper.get_kind_display(), paper=pk)


def _page(
    request: Request, form: PaperForm, label: str, offer: Offer | None = None, paper: uuid.UUID | None = None
) -> HttpResponse:
    context = {"form": form, "label": label, "offer": offer, "paper": paper, "op": request.POST.get("op", "")}
    return render(request, "guidance/paper_edit.html", context)
