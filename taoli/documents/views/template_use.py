"""Use an older version of the school's own template again."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.documents.queries.templates import get_version
from taoli.documents.services.templates import use_version


@page(permission=("documents.template", "edit"), kind="action", methods=("POST",))
def template_use(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Look at it once more, because the form may have changed since; then use it."""
    key = get_version(request.actor, pk).form

    def work() -> str:
        row = use_version(by=request.actor, pk=pk)
        messages.success(request, _("Version %(no)s is in use from now on.") % {"no": row.version})
        return reverse("documents:template_show", args=[key])

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect("documents:template_show", key)
