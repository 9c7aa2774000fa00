"""One letter that came back or is held: look it through and decide."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.guidance import services
from taoli.guidance.forms import MENDED, AsideForm, MendForm, read
from taoli.guidance.queries.outbox import get_item, get_letter


@page(permission=("guidance.outbox", "write"), methods=("GET", "POST"))
def outbox_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Its writer puts it right, hands it on or sets it aside; who holds it accepts it or sets it aside."""
    item = get_item(request.actor, pk)
    letter = get_letter(request.actor, item)
    choice = request.POST.get("choice", "")
    typed = {name: request.POST if choice == name else None for name in ("mend", "aside")}
    mend = MendForm(typed["mend"], school_id=request.actor.school_id, content=item.content)
    aside = AsideForm(typed["aside"])
    form = {"mend": mend, "aside": aside}.get(choice)
    if choice and (form is None or form.is_valid()):
        try:
            return once(request, lambda: _do(request, pk, choice, mend, aside))
        except TaoliError as refusal:
            if form is None:
                messages.error(request, str(refusal))
            else:
                form.add_error(None, str(refusal))
    return render(request, "guidance/outbox_show.html", {"letter": letter, "mend": mend, "aside": aside})


def _do(request: Request, pk: uuid.UUID, choice: str, mend: MendForm, aside: AsideForm) -> str:
    by = request.actor
    if choice == "mend":
        services.outbox_mend(by=by, pk=pk, names=MENDED, said=mend.said(), read=read)
        messages.success(request, _("It is recorded now."))
    elif choice == "aside":
        services.outbox_set_aside(by=by, pk=pk, reason=aside.cleaned_data["reason"])
        messages.success(request, _("Set aside; the reason is kept with it."))
    elif choice == "accept":
        services.outbox_accept(by=by, pk=pk, read=read)
        messages.success(request, _("It is recorded now."))
    elif choice == "hand_on":
        services.outbox_hand_on(by=by, pk=pk)
        messages.success(request, _("The homeroom teacher decides about it now."))
    return reverse("guidance:outbox_list")
