"""The template to fill in."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from taoli.common.pages import Request, page
from taoli.roster.phrases import TEMPLATE_NOTES, TEMPLATE_TITLE
from taoli.roster.services.sheets import XLSX, template


@page(permission=("roster.import", "view"), kind="file")
def import_template(_request: Request) -> HttpResponse:
    """Download it: the four sheets, an example row of invented people, notes."""
    data = template(str(TEMPLATE_TITLE), [str(note) for note in TEMPLATE_NOTES])
    name = content_disposition_header(as_attachment=True, filename=_("roster template") + ".xlsx")
    return HttpResponse(data, content_type=XLSX, headers={"Content-Disposition": name or "attachment"})
