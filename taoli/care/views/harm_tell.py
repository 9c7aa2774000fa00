"""Tell those who hold the offices now."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from taoli.care.queries.harm import get_report
from taoli.care.services.harm import tell_more
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("care.harm", "view"), kind="action", methods=("POST",))
def harm_tell(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Add those who took an office since; never whom it concerns."""
    get_report(request.actor, pk)
    back = reverse("care:harm_show", args=[pk])

    def work() -> str:
        count = tell_more(by=request.actor, pk=pk)
        told = ngettext("%(n)s more person told.", "%(n)s more persons told.", count) % {"n": count}
        messages.success(request, told if count else _("All who hold the offices know already."))
        return back

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect(back)
