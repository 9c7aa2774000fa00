"""The list of places as a workbook, to be changed and read in again."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from taoli.common.pages import Request, page
from taoli.neighbourhood.queries.resources import resources
from taoli.neighbourhood.readers.resources import SHEET, resource_book
from taoli.roster.services.sheets import XLSX


@page(permission=("neighbourhood.resource", "view"), kind="file")
def resource_excel(request: Request) -> HttpResponse:
    """Send it; empty, it is the form to fill in."""
    data = resource_book(row.resource for row in resources(request.actor))
    answer = HttpResponse(data, content_type=XLSX)
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=f"{SHEET}.xlsx") or ""
    return answer
