"""Hand in the last whole week."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.engine.summary import Summary
from taoli.oversight.services.handing_in import bring, keep, last_week, make_summary


@page(permission=("oversight.handed_in", "send"), kind="action", methods=("POST",))
def handed_in_new(request: Request) -> HttpResponse:
    """Reckon it, keep it in the school's own transaction, then bring it to the bureaus."""
    by, made = request.actor, list[Summary]()

    def work() -> str:
        row = keep(by=by, summary=made[0])
        return resolve_url("oversight:handed_in_show", pk=row.pk)

    try:
        answer = once(request, work, before=lambda: made.append(make_summary(by=by, week=last_week())))
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect("oversight:handed_in_list")
    bring(by=by)
    messages.success(request, _("It is signed and handed in. Below is every number, and what the bureau said."))
    return answer
