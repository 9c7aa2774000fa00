"""The research topics of the area as a workbook."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from taoli.common.pages import Request, page
from taoli.oversight.queries.topics import filed, latest
from taoli.oversight.readers.attendance import XLSX
from taoli.oversight.readers.topics import topics_workbook


@page(permission=("oversight.filed_topic", "view"), kind="file")
def filed_topic_excel(request: Request) -> HttpResponse:
    """Send them school by school in the order of strokes."""
    cells = [
        (
            one.member.name,
            one.title,
            one.get_level_display(),
            one.leader,
            one.members,
            latest(one.stages),
            one.get_filing_display(),
            one.result,
        )
        for one in filed(request.actor)
    ]
    answer = HttpResponse(topics_workbook(cells), content_type=XLSX)
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename="课题.xlsx") or ""
    return answer
