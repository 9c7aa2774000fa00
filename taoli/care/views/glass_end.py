"""Close a broken glass before its time."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.care.services.sealed import end_glass
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("care.break_glass", "view"), kind="action", methods=("POST",))
def glass_end(request: Request, pk: uuid.UUID) -> HttpResponse:
    """By the asker or the second person."""

    def work() -> str:
        end_glass(by=request.actor, pk=pk)
        messages.success(request, _("Closed."))
        return reverse("care:glass_list")

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect("care:glass_list")
