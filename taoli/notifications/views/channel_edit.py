"""The settings of one channel."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.notifications.forms import ChannelForm, channel_of
from taoli.notifications.queries.settings import channel_now, channel_words
from taoli.notifications.services.channels import save_channel


@page(permission=("notifications.channel", "edit"), methods=("GET", "POST"))
def channel_edit(request: Request, code: str) -> HttpResponse:
    """Show what may be seen of the settings, never the secret; keep what is sent."""
    row = channel_now(request.actor, code)
    initial = {**row.values, "on": row.on} if row.values else None
    form = ChannelForm(request.POST or None, channel=channel_of(code), kept=bool(row.secret), initial=initial)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            said = form.cleaned_data
            site = request.build_absolute_uri("/")
            save_channel(
                by=request.actor, code=code, on=said["on"], values=form.values(), secret=said["secret"], site=site
            )
            return reverse("notifications:channel_edit", args=[code])

        try:
            answer = once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Saved."))
            return answer
    context = {"form": form, "code": code, "label": channel_words(code), "entered": bool(row.values)}
    return render(request, "notifications/channel_edit.html", context)
