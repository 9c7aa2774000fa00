"""A copy of the uploaded files with every fault marked where it stands."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.pages import Request, page
from taoli.roster.services.importing import marked
from taoli.roster.services.sheets import XLSX


@page(permission=("roster.import", "edit"), kind="file")
def import_marked(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Download it; the files are kept for a day."""
    try:
        data = marked(by=request.actor, pk=pk)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect("roster:import_new")
    name = content_disposition_header(as_attachment=True, filename=_("roster with marks") + ".xlsx")
    return HttpResponse(data, content_type=XLSX, headers={"Content-Disposition": name or "attachment"})
