"""Hand a counsellor's students to another, unread."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import ngettext

from taoli.care.forms.sealed import HandForm
from taoli.care.queries.sealed import counsellors, holders
from taoli.care.services.sealed import hand_over
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("care.holding", "hand"), methods=("GET", "POST"))
def holding_hand(request: Request) -> HttpResponse:
    """Show numbers, no names; take from whom and to whom."""
    lines, takers = holders(request.actor.school_id), counsellors(request.actor.school_id)
    form = HandForm(request.POST or None, givers=[(str(one.staff.pk), one.staff.name) for one in lines], takers=takers)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            giver, taker = (uuid.UUID(form.cleaned_data[name]) for name in ("giver", "taker"))
            count = hand_over(by=request.actor, giver=giver, taker=taker)
            text = ngettext("%(n)s student handed over, unread.", "%(n)s students handed over, unread.", count)
            messages.success(request, text % {"n": count})
            return reverse("care:holding_hand")

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    return render(request, "care/holding_hand.html", {"form": form, "lines": lines, "op": request.POST.get("op", "")})
