"""A message that did not leave waits once more."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import ConflictError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.notifications.services.channels import send_again


@page(permission=("notifications.delivery", "repeat"), kind="action", methods=("POST",))
def delivery_again(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Let it wait once more; the next run sends it."""

    def work() -> str:
        send_again(by=request.actor, pk=pk)
        return reverse("notifications:delivery_list")

    try:
        answer = once(request, work)
    except ConflictError as refusal:
        messages.warning(request, str(refusal))
        return redirect("notifications:delivery_list")
    messages.success(request, _("It is sent again within some minutes."))
    return answer
