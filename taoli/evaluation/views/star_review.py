"""One application for stars: its evidence; the office or an assessor decides, the mentor may take it back."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.evaluation import services
from taoli.evaluation.forms import StarReviewForm
from taoli.evaluation.permissions import STAR
from taoli.evaluation.queries.ladder import stars_in
from taoli.evaluation.queries.stars import get_application, star_row


@page(permission=("evaluation.star", "view"), methods=("GET", "POST"))
def star_review(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show it; POST decides (`granted`), or takes an own one back (`back`)."""
    actor = request.actor
    row = get_application(actor, pk)
    shown = star_row(actor, row)
    back = request.method == "POST" and "back" in request.POST
    if request.method == "POST":  # 404: whoever may only look
        row = get_application(actor, pk, "apply" if back else "review")
    form = StarReviewForm(None if back else request.POST or None, honour=stars_in(row.run), row=row)
    if request.method == "POST" and (back or form.is_valid()):

        def work() -> str:
            if back:
                services.take_back_star(by=actor, pk=row.pk)
            else:
                said = form.cleaned_data
                granted = said["granted"] == "yes"
                services.review_star(
                    by=actor, pk=row.pk, granted=granted, met=said.get("met", ()), answer=said["answer"]
                )
            return reverse("evaluation:star_list")

        try:
            return once(request, work)
        except TaoliError as refusal:
            if not form.is_bound:
                raise
            form.add_error(None, str(refusal))
    if not shown.own:
        log_view(actor, "evaluation.starapplication", [row.pk], page="evaluation:star_review")
    reviews = STAR.may(actor, "review") and not shown.own and row.state == "sent"
    context = {"shown": shown, "row": row, "form": form, "reviews": reviews, "op": request.POST.get("op", "")}
    return render(request, "evaluation/star_review.html", context)
