"""Take an import back."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.roster.queries.imports import get_import
from taoli.roster.services.undoing import undo


@page(permission=("roster.import", "edit"), kind="action", methods=("POST",))
def import_undo(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Put the roster back as it was before the import, within a day and if nobody has built on it since."""
    get_import(request.actor, pk, "edit")
    here = resolve_url("roster:import_show", pk=pk)

    def work() -> str:
        undo(by=request.actor, pk=pk)
        messages.success(request, _("Taken back. The roster is as it was before this import."))
        return here

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect(here)
