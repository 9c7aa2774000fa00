"""Long work of duties."""

from django.utils.translation import gettext as _
from django_tasks import task

from taoli.common import jobs
from taoli.common.jobs import Report
from taoli.duties.services import recount
from taoli.roster.queries.calendar import current_term


@task()
def recount_school(school_id: int, job_id: str) -> None:
    """Make the cells of the current term: after a publication, before many people open their pages."""

    def work(report: Report) -> tuple[str, str]:
        term = current_term(school_id)
        if term is not None:
            recount(school_id=school_id, term_id=term.pk, report=report)
        return "", _("What is due has been counted.")

    jobs.run(school_id=school_id, job_id=job_id, work=work)
