"""Accounts: how many are open, and slips with codes."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.roster.forms import SlipsForm
from taoli.roster.phrases import audience_rows, slips_name
from taoli.roster.queries.accounts import account_counts, room_choices, room_of
from taoli.roster.queries.imports import watched_job
from taoli.roster.queries.tabs import roster_tabs
from taoli.roster.services.sheets import XLSX
from taoli.roster.services.slips import issue_slips


@page(permission=("accounts.account", "manage"), methods=("GET", "POST"))
def account_slips(request: Request) -> HttpResponse:
    """Issue new activation codes for staff or a class, and hand them out as one workbook."""
    school = request.actor.school_id
    form = SlipsForm(request.POST or None, rooms=room_choices(school))
    if request.method == "POST" and form.is_valid():
        try:
            return _issue(request, form)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {
        "form": form,
        "rows": audience_rows(account_counts(school)),
        "job": watched_job(request.actor, request.GET.get("job", "")),
        "tabs": roster_tabs(request.actor, "account_slips"),
    }
    return render(request, "roster/account_slips.html", context)


def _issue(request: Request, form: SlipsForm) -> HttpResponse:
    fields, made = form.cleaned_data, []
    room = room_of(request.actor.school_id, fields["room"])

    def work() -> str:
        made.append(issue_slips(by=request.actor, audience=fields["audience"], room=room, again=fields["again"]))
        return resolve_url("roster:account_slips")

    # A repeat finds no new codes made: it is sent back to the page, and the slips already printed stay good.
    answer = once(request, work)
    if not made:
        messages.info(request, _("These slips were issued already. If the file is lost, issue them again here."))
        return answer
    name = slips_name(fields["audience"], room.name if room else "")
    header = content_disposition_header(as_attachment=True, filename=f"{name}.xlsx") or "attachment"
    return HttpResponse(made[0], content_type=XLSX, headers={"Content-Disposition": header})
