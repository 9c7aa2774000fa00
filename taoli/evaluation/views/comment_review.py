"""One free text after the other: names out, then released or held back."""

import uuid

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.evaluation.forms import ReviewForm
from taoli.evaluation.queries.comments import get_comment, next_waiting, review_row, waiting_count
from taoli.evaluation.queries.results import get_survey
from taoli.evaluation.services.comments import hold_comment, release_comment


@page(permission=("evaluation.comment", "review"), methods=("GET", "POST"))
def comment_review(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show a text that waits, which one is chance; POST decides on it and leads to the next."""
    survey = get_survey(request.actor, pk, "closed")
    form = ReviewForm(request.POST or None)
    comment = next_waiting(request.actor, pk)
    if request.method == "POST" and form.is_valid():
        sent = form.cleaned_data
        comment = get_comment(request.actor, sent["comment"])
        try:
            return once(request, lambda: _decide(request, pk, sent))
        except TaoliError as refusal:
            form.add_error("text", str(refusal))
            comment = comment if comment.sealed else None
            if comment is None:
                messages.error(request, str(refusal))
                return HttpResponseRedirect(reverse("evaluation:comment_review", args=[pk]))
    row = review_row(comment) if comment else None
    if comment and row:
        log_view(request.actor, "evaluation.comment", [comment.pk], page="evaluation:comment_review")
        if request.method == "GET":
            form = ReviewForm(initial={"comment": comment.pk, "edit": comment.edit, "text": row.proposal.text})
    context = {"survey": survey, "row": row, "form": form, "left": waiting_count(request.actor, pk)}
    return render(request, "evaluation/comment_review.html", context)


def _decide(request: Request, pk: uuid.UUID, sent: dict[str, object]) -> str:
    comment, edit = uuid.UUID(str(sent["comment"])), int(str(sent["edit"]))
    if sent["verdict"] == "hold":
        hold_comment(by=request.actor, pk=comment, edit=edit)
        messages.success(request, _("Held back; nobody reads it."))
    else:
        release_comment(by=request.actor, pk=comment, text=str(sent["text"]), edit=edit)
        messages.success(request, _("Released as it stood here."))
    return reverse("evaluation:comment_review", args=[pk])
