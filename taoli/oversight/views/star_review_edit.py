"""Review one application, or say that there is a conflict of interest."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.oversight.forms.stars import StarReviewForm
from taoli.oversight.queries.stars import asked, level_of, others, own_review
from taoli.oversight.services.star_reviews import declare_conflict, refuse_tied, submit_review


@page(permission=("oversight.star_review", "own"), methods=("GET", "POST"))
def star_review_edit(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show the application; POST sends the review, or with `declare` steps back. Tied: a sentence and nothing else."""
    actor = request.actor
    refuse_tied(actor, pk)
    review = own_review(actor, pk)
    level = level_of(review.entry.round, review.entry.level)
    assert level is not None
    back = "declare" in request.POST
    form = StarReviewForm(None if back else request.POST or None, level=level, scores=review.scores)
    if request.method == "POST" and (back or form.is_valid()):

        def work() -> str:
            if back:
                declare_conflict(by=actor, entry_id=pk)
                messages.success(request, _("Noted. Somebody else reviews it."))
            else:
                submit_review(by=actor, entry_id=pk, scores=form.scores())
                messages.success(request, _("Your review is in."))
            return reverse("oversight:my_reviews")

        try:
            return once(request, work)
        except TaoliError as refusal:
            if not form.is_bound:
                raise
            form.add_error(None, str(refusal))
    log_view(actor, "oversight.starentry", [pk], page="oversight:star_review_edit")
    context = {
        "row": review.entry,
        "review": review,
        "level": level,
        "asked": [(one, None) for one in asked(level, review.entry.evidence)],
        "mine": [(one.label, *review.scores[one.key]) for one in level.criteria if one.key in review.scores],
        "others": [
            [(one.label, *other.scores[one.key]) for one in level.criteria if one.key in other.scores]
            for other in others(review)
        ],
        "form": form,
        "op": request.POST.get("op", ""),
    }
    return render(request, "oversight/star_review_edit.html", context)
