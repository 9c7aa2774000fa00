"""The calendar's template to fill in."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from taoli.common.pages import Request, page
from taoli.roster.queries.calendar import current_term
from taoli.roster.services.calendar_sheet import calendar_template as template
from taoli.roster.services.sheets import XLSX


@page(permission=("roster.term", "edit"), kind="file")
def calendar_template(request: Request) -> HttpResponse:
    """Download it: a list with examples and the announced days, and the weeks of the term as a grid."""
    data = template(current_term(request.actor.school_id))
    name = content_disposition_header(as_attachment=True, filename=_("calendar template") + ".xlsx")
    return HttpResponse(data, content_type=XLSX, headers={"Content-Disposition": name or "attachment"})
