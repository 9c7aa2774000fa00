"""The school's whole state as one workbook."""

from django.http import FileResponse
from django.http.response import HttpResponseBase

from taoli.common.pages import Request, page
from taoli.documents.services.printing import XLSX
from taoli.documents.services.state import state_file, state_name


@page(permission=("documents.form", "state"), kind="file")
def state_workbook(request: Request) -> HttpResponseBase:
    """Send it; with ?contacts=on also birthdays, addresses and telephone numbers."""
    data = state_file(by=request.actor, contacts=request.GET.get("contacts") == "on")
    name = state_name(request.actor.school_id)
    return FileResponse(data, as_attachment=True, filename=name, content_type=XLSX)
