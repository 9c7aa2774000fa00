"""One paper of a student."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.guidance.forms import PaperAnswerForm
from taoli.guidance.queries.papers import answerable, read_paper
from taoli.guidance.services import answer_paper


@page(permission=("guidance.paper", "evidence"), methods=("GET", "POST"))
def paper_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show what was written, as far as it may be read; the student's mentor ticks it as read, with a line."""
    row, *older = read_paper(request.actor, pk)
    own = request.actor.person_id == row.student_id
    guides = row.current and answerable(request.actor, pk)
    form = PaperAnswerForm(request.POST or None, initial={"text": row.answer})
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            answer_paper(by=request.actor, pk=pk, text=form.cleaned_data["text"])
            messages.success(request, _("Ticked as read; the student sees it."))
            return reverse("guidance:paper_inbox")

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"row": row, "older": older, "own": own, "guides": guides, "form": form, "op": request.POST.get("op", "")}
    return render(request, "guidance/paper_show.html", context)
