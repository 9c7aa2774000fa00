"""A fact still holds, holds no more, or was never right."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.care.queries.categories import get_fact
from taoli.care.services import categories
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("care.category", "edit"), kind="action", methods=("POST",))
def category_move(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Keep for another year, end today, or withdraw: `do` says which."""
    back = reverse("care:category_list", args=[get_fact(request.actor, pk).student_id])

    def work() -> str:
        messages.success(request, _move(request, pk))
        return back

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect(back)


def _move(request: Request, pk: uuid.UUID) -> str:
    do = request.POST.get("do", "")
    if do == "keep":
        categories.keep_category(by=request.actor, pk=pk)
        return _("It still holds; the next look is in a year.")
    if do == "end":
        categories.end_category(by=request.actor, pk=pk)
        return _("It holds no more after today.")
    if do == "withdraw":
        categories.withdraw_category(by=request.actor, pk=pk)
        return _("Withdrawn; its reason is forgotten.")
    raise TaoliError(_("Please choose from what is offered."))
