"""The timetable's template to fill in."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from taoli.common.pages import Request, page
from taoli.roster.services.sheets import XLSX
from taoli.roster.services.timetable_sheet import timetable_template as template


@page(permission=("roster.term", "edit"), kind="file")
def timetable_template(_request: Request) -> HttpResponse:
    """Download it: lessons and bells."""
    name = content_disposition_header(as_attachment=True, filename=_("timetable template") + ".xlsx")
    return HttpResponse(template(), content_type=XLSX, headers={"Content-Disposition": name or "attachment"})
