"""Apply an import."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.jobs import start
from taoli.common.pages import Request, page
from taoli.roster.jobs import apply_import
from taoli.roster.queries.imports import get_import
from taoli.roster.services.importing import apply
from taoli.roster.services.people import open_accounts

# More rows than this are written by the worker, while the page shows how far it is.
AT_ONCE = 500


@page(permission=("roster.import", "edit"), kind="action", methods=("POST",))
def import_confirm(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Write what the preview showed and open the accounts, now or by a job."""
    row = get_import(request.actor, pk, "edit")
    close_missing = request.POST.get("close_missing") == "on"
    here, by = resolve_url("roster:import_show", pk=pk), request.actor

    def work() -> str:
        if row.staged.get("rows", 0) > AT_ONCE:
            ids: dict[str, Any] = {
                "account_id": str(by.account_id),
                "import_id": str(pk),
                "close_missing": close_missing,
            }
            job = start(apply_import, by=by, kind="roster.import", **ids)
            return f"{here}?job={job.pk}"
        apply(by=by, pk=pk, close_missing=close_missing)
        opened = open_accounts(by=by)
        messages.success(request, _("Done. %(accounts)s accounts were opened.") % {"accounts": sum(opened.values())})
        return here

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect(here)
