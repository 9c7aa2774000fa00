"""A workbook of invented answers for the last station of the tour."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from taoli.common.demo import is_open
from taoli.common.pages import page
from taoli.rehearsal.queries.answers import answers_file
from taoli.rehearsal.services.specs import SEED, big

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@page(permission="public", kind="file")
def answers_download(request: HttpRequest) -> HttpResponse:
    """Send it; 404 anywhere but in the demo, on this machine."""
    if not is_open(request):
        raise Http404
    try:
        data = answers_file(big().code, SEED)
    except LookupError as missing:
        raise Http404 from missing
    answer = HttpResponse(data, content_type=XLSX)
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename="演示测评答卷.xlsx") or ""
    return answer
