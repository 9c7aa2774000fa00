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
from taoli.notifications.queries.own import habit_of
from taoli.notifications.services.own import set_habit, set_quiet


@page(permission=("notifications.notice", "view"), methods=("GET", "POST"))
def quiet_edit(request: Request) -> HttpResponse:
    """Show what may be quietened, by kind and by channel, and when; safety notices always come."""
    quiet, kinds, habit = quiet_of(request.actor, INBOX), kinds_for(request.actor), habit_of(request.actor)
    initial = {
        "every": "" not in quiet,
        "kinds": [one for one in kinds if one not in quiet],
        "ways": habit.wanted,
        "digest": f"{habit.digest_at:%H:%M}" if habit.digest_at else "",
        "evenings": habit.evenings,
    }
    form = QuietForm(request.POST or None, kinds=kinds, habit=habit, initial=initial)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            set_quiet(by=request.actor, channel=INBOX, kinds=form.quiet())
            if habit.ways:
                evenings = form.cleaned_data["evenings"]
                set_habit(by=request.actor, off=form.off(), digest_at=form.digest_at(), evenings=evenings)
            return reverse("notifications:inbox")

        answer = once(request, work)
        messages.success(request, _("Saved."))
        return answer
    return render(request, "notifications/quiet_edit.html", {"form": form})
