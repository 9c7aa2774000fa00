"""Which notices show a mark."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.notifications.forms import QuietForm
from taoli.notifications.queries.inbox import INBOX, quiet_of
from taoli.notifications.queries.kinds import kinds_for
from taoli.notifications.services.own import set_quiet


@page(permission=("notifications.notice", "view"), methods=("GET", "POST"))
def quiet_edit(request: Request) -> HttpResponse:
    """Show what may be quietened, kind by kind or all at once; safety notices always come."""
    quiet, kinds = quiet_of(request.actor, INBOX), kinds_for(request.actor)
    initial = {"every": "" not in quiet, "kinds": [one for one in kinds if one not in quiet]}
    form = QuietForm(request.POST or None, kinds=kinds, initial=initial)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            set_quiet(by=request.actor, channel=INBOX, kinds=form.quiet())
            return reverse("notifications:inbox")

        answer = once(request, work)
        messages.success(request, _("Saved."))
        return answer
    return render(request, "notifications/quiet_edit.html", {"form": form})
