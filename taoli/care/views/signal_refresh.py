"""Let the rules look at once."""

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.care.services.signals import refresh_signals
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("care.signal_rules", "edit"), kind="action", methods=("POST",))
def signal_refresh(request: Request) -> HttpResponse:
    """Do at once what else happens at night."""

    def work() -> str:
        done = refresh_signals(by=request.actor)
        said = {"new": done.new, "open": done.open}
        messages.success(request, _("Looked: %(new)s new, %(open)s open.") % said)
        return reverse("care:signal_list")

    return once(request, work)
