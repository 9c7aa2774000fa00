"""Take a round one step on: open, review, public notice, result, off the wall."""

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.oversight.queries.stars import get_round
from taoli.oversight.services import star_rounds
from taoli.oversight.services.star_awards import decide_round, deliver
from taoli.oversight.services.star_reviews import fill_reviews


@page(permission=("oversight.star_round", "edit"), kind="action", methods=("POST",))
def star_round_move(request: Request, pk: uuid.UUID) -> HttpResponseRedirect:
    """`to`: open, review, fill (reviewers are missing), notice, result or closed; a refusal is a page of its own."""
    actor, row, to = request.actor, get_round(request.actor, pk), request.POST.get("to", "")
    steps: dict[str, Callable[[], object]] = {
        "open": lambda: star_rounds.open_round(by=actor, pk=row.pk),
        "review": lambda: star_rounds.begin_review(by=actor, pk=row.pk),
        "fill": lambda: fill_reviews(by=actor, pk=row.pk),
        "notice": lambda: star_rounds.put_up(by=actor, pk=row.pk),
        "result": lambda: decide_round(by=actor, pk=row.pk, site=request.build_absolute_uri("/")),
        "closed": lambda: star_rounds.close_round(by=actor, pk=row.pk),
    }
    if to not in steps:
        raise Http404

    def work() -> str:
        steps[to]()
        return reverse("oversight:star_round_show", args=[row.pk])

    answer = once(request, work)
    if to in {"result", "closed"}:  # after the bureau's transaction: each school has its own
        deliver(row=row)
        messages.success(request, _("The schools have been told."))
    return answer
