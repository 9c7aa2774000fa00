"""Growth archives and reports of a term as files."""

import uuid

from django.utils import translation
from django.utils.translation import gettext as _

from taoli.archive.queries.report import archive_report, class_reports, term_report
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.documents.official.growth_report.word import growth_docx
from taoli.documents.queries.heading import scheme_heading
from taoli.documents.services.printing import DOCX, File, trace


def growth_file(*, by: Actor, student_id: uuid.UUID) -> File:
    """Return a student's archive as far as the actor may read it; 404 beyond reach."""
    with translation.override("zh-hans"):
        report = archive_report(by, student_id)
        data = growth_docx(scheme_heading(by), [report])
    trace(by, "growth_report.docx", 1, student_id)
    return File(f"成长档案 {report.student.name}.docx", DOCX, data)


def report_file(*, by: Actor, pk: uuid.UUID) -> File:
    """Return the report of one evaluation; 404 for whoever may not read it."""
    with translation.override("zh-hans"):
        report = term_report(by, pk)
        data = growth_docx(scheme_heading(by), [report])
    trace(by, "term_report.docx", 1, pk)
    return File(f"学生成长报告 {report.student.name}.docx", DOCX, data)


def class_report_file(*, by: Actor, class_id: uuid.UUID, term_id: uuid.UUID) -> File:
    """Return the reports of a class's released evaluations of a term; TaoliError when there is none within reach."""
    with translation.override("zh-hans"):
        reports = class_reports(by, class_id, term_id)
        if not reports:
            raise TaoliError(_("No evaluation of this class is released yet, so there is nothing to print."))
        data = growth_docx(scheme_heading(by), reports)
    trace(by, "term_report.docx", len(reports), class_id)
    return File(f"学生成长报告 {reports[0].student.school_class.name}.docx", DOCX, data)
