"""Set a signal aside with a reason, or say that it was useful."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.care.queries.signals import get_signal
from taoli.care.services.signals import dismiss_signal, use_signal
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("care.signal", "dismiss"), kind="action", methods=("POST",))
def signal_dismiss(request: Request, pk: uuid.UUID) -> HttpResponse:
    """`do` is used or dismiss, `reason` a few words for the latter."""
    get_signal(request.actor, pk)
    back = reverse("care:signal_list")

    def work() -> str:
        if request.POST.get("do") == "used":
            use_signal(by=request.actor, pk=pk)
            messages.success(request, _("Noted. It helps to see which rules are useful."))
        else:
            dismiss_signal(by=request.actor, pk=pk, reason=request.POST.get("reason", ""))
            messages.success(request, _("Set aside. This rule keeps silent about the student for a while."))
        return back

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect(back)
