"""Put a notice up, or take it down."""

import uuid

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.evaluation import services
from taoli.evaluation.queries.notices import get_notice


@page(permission=("evaluation.notice", "edit"), kind="action", methods=("POST",))
def notice_move(request: Request, pk: uuid.UUID) -> HttpResponseRedirect:
    """`to=up` or `to=down`; a refusal is a page with its sentence."""
    notice = get_notice(request.actor, pk)
    down = request.POST.get("to") == "down"

    def work() -> str:
        if down:
            services.take_down_notice(by=request.actor, pk=notice.pk)
            messages.success(request, _("The notice is down. Another one can be made."))
            return reverse("evaluation:notice_list")
        services.post_notice(by=request.actor, pk=notice.pk)
        messages.success(request, _("The notice is up; the whole staff can read it."))
        return reverse("evaluation:notice_show", args=[notice.pk])

    return once(request, work)
