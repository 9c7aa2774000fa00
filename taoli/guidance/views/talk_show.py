"""A student would like to talk with me."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.guidance.forms.talks import TalkAnswerForm
from taoli.guidance.phrases.talks import moment_words
from taoli.guidance.services.talks import answer_talk, read_talk


@page(permission=("guidance.talk", "answer"), methods=("GET", "POST"))
def talk_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Open it, which the student is shown with the time; say when and where."""
    row = read_talk(by=request.actor, pk=pk)
    form = TalkAnswerForm(request.POST or None, initial={"answer": row.answer})
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            answer_talk(by=request.actor, pk=pk, answer=form.cleaned_data["answer"])
            messages.success(request, _("The student can see it now."))
            return reverse("guidance:talk_list")

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {
        "row": row,
        "form": form,
        "when": moment_words(row.asked_at),
        "passed": row.adult_id != request.actor.person_id,
    }
    return render(request, "guidance/talk_show.html", context)
