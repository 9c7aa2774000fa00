"""Take an import back."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.jobs import start
from taoli.common.pages import Request, page
from taoli.roster.jobs import undo_import
from taoli.roster.queries.imports import get_import
from taoli.roster.services.planning import size
from taoli.roster.services.undoing import may_undo, undo

# More changes than this are taken back by the worker.
AT_ONCE = 500


@page(permission=("roster.import", "edit"), kind="action", methods=("POST",))
def import_undo(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Put the roster back as it was before the import, within a day and if nobody has built on it since."""
    row = get_import(request.actor, pk, "edit")
    here, by = resolve_url("roster:import_show", pk=pk), request.actor

    def work() -> str:
        if size(row.staged.get("counts", {})) > AT_ONCE and may_undo(row):
            ids = {"account_id": str(by.account_id), "import_id": str(pk)}
            return f"{here}?job={start(undo_import, by=by, kind='roster.undo', **ids).pk}"
        undo(by=by, pk=pk)
        messages.success(request, _("Taken back. The roster is as it was before this import."))
        return here

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect(here)
