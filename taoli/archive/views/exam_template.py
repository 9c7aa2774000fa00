"""The workbook into which marks are typed."""

import uuid

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from taoli.archive.queries.exam_pages import get_exam
from taoli.archive.queries.pupils import pupils_of, subjects_of
from taoli.archive.readers.mark_sheet import marks_workbook
from taoli.common.pages import Request, page
from taoli.roster.services.sheets import XLSX


@page(permission=("archive.exam", "edit"), kind="file")
def exam_template(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Send it with a sheet for each class: who writes the exam, its subjects, nothing to grade by."""
    exam = get_exam(request.actor, pk, "edit")
    school = request.actor.school_id
    data = marks_workbook(pupils_of(school, exam), subjects_of(school, exam))
    name = content_disposition_header(as_attachment=True, filename=f"{exam.name}.xlsx") or "attachment"
    return HttpResponse(data, content_type=XLSX, headers={"Content-Disposition": name})
