"""Drop an import."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.roster.queries.imports import get_import
from taoli.roster.services.importing import drop


@page(permission=("roster.import", "edit"), kind="action", methods=("POST",))
def import_drop(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Forget what was read; the roster stays as it is."""
    get_import(request.actor, pk, "edit")

    def work() -> str:
        drop(by=request.actor, pk=pk)
        messages.success(request, _("Dropped. The roster is as it was."))
        return resolve_url("roster:import_new")

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect("roster:import_show", pk=pk)
