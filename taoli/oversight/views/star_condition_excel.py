"""Who holds which star until when, as a workbook."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from taoli.common import clock
from taoli.common.pages import Request, page
from taoli.oversight.queries.stars import holders
from taoli.oversight.readers.stars import XLSX, holders_workbook


@page(permission=("oversight.star_round", "edit"), kind="file")
def star_condition_excel(request: Request) -> HttpResponse:
    """Send the list in the order of strokes."""
    answer = HttpResponse(holders_workbook(holders(request.actor.school_id)), content_type=XLSX)
    name = f"星级导师名单 {clock.today():%Y-%m-%d}.xlsx"
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return answer
