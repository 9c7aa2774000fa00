"""The school's research topics as a workbook."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from taoli.common.pages import Request, page
from taoli.oversight.queries.topics import latest, stages_of, topics
from taoli.oversight.readers.attendance import XLSX
from taoli.oversight.readers.topics import topics_workbook


@page(permission=("oversight.topic", "view"), kind="file")
def topic_excel(request: Request) -> HttpResponse:
    """Send those within reach."""
    rows = topics(request.actor)
    stages = stages_of(request.actor.school_id, [one.pk for one in rows])
    cells = [
        (
            "",
            one.title,
            one.get_level_display(),
            one.leader.name,
            one.members,
            latest(stages[one.pk]),
            one.get_filing_display(),
            one.result,
        )
        for one in rows
    ]
    answer = HttpResponse(topics_workbook(cells), content_type=XLSX)
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename="课题.xlsx") or ""
    return answer
