"""Open the accounts of everybody who has none."""

from django.http import HttpResponse
from django.shortcuts import resolve_url

from taoli.common.idempotency import once
from taoli.common.jobs import start
from taoli.common.pages import Request, page
from taoli.roster.jobs import open_all_accounts


@page(permission=("accounts.account", "manage"), kind="action", methods=("POST",))
def accounts_open(request: Request) -> HttpResponse:
    """Start it as a job and go back to where it can be watched."""

    def work() -> str:
        account = str(request.actor.account_id)
        job = start(open_all_accounts, by=request.actor, kind="roster.accounts", account_id=account)
        return f"{resolve_url('roster:account_slips')}?job={job.pk}"

    return once(request, work)
