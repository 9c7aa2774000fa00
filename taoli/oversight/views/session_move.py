"""Open a session, begin its sign-in, close it, or call it off."""

import uuid

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.oversight.queries.courses import get_session
from taoli.oversight.services.closing import close_session
from taoli.oversight.services.courses import move_session


@page(permission=("oversight.course", "edit"), kind="action", methods=("POST",))
def session_move(request: Request, pk: uuid.UUID) -> HttpResponseRedirect:
    """`to`: open, held, closed or cancelled."""
    session, to = get_session(request.actor, pk), request.POST.get("to", "")
    back = reverse("oversight:session_show", args=[session.pk])

    def work() -> str:
        move_session(by=request.actor, pk=pk, to=to)
        return back

    if to == "closed":  # each fence in a transaction of its own; done again, nothing is counted twice
        done = close_session(by=request.actor, pk=pk)
        told = ngettext("Closed; %(n)s school has its hours.", "Closed; %(n)s schools have their hours.", done)
        messages.success(request, told % {"n": done})
        return HttpResponseRedirect(back)
    answer = once(request, work)
    if to == "cancelled":
        messages.success(request, _("Called off; everybody who signed up is told."))
    return answer
