"""Long work of documents."""

import uuid

from django.urls import reverse
from django.utils.translation import gettext as _
from django_tasks import task

from taoli.accounts.queries import actor_of_account
from taoli.common import clock
from taoli.common.jobs import Report, run, start
from taoli.common.policy import Actor
from taoli.documents.models import PrintJob
from taoli.documents.services.pressing import make


@task()
def press_sheets(school_id: int, job_id: str, print_id: str) -> None:
    """Make the file of a print job as whoever asked for it, while the page shows how far it is."""

    def work(report: Report) -> tuple[str, str]:
        job = PrintJob.objects.of(school_id).select_related("term").get(pk=uuid.UUID(print_id))
        assert job.asked_account is not None
        by = actor_of_account(job.asked_account, school_id, clock.today())
        try:
            made = make(by=by, job=job, report=report)
        except Exception:
            PrintJob.objects.of(school_id).filter(pk=job.pk).update(state=PrintJob.State.FAILED)
            raise
        words = _("%(n)s sheets are ready for a week.") % {"n": made.sheets}
        return reverse("documents:print_file", args=[made.pk]), words

    run(school_id=school_id, job_id=job_id, work=work)


def start_pressing(by: Actor, job: PrintJob) -> None:
    """Hand a print job to the worker, unless it still waits for a second person."""
    if job.state != PrintJob.State.RUNNING:
        return
    work = start(press_sheets, by=by, kind="documents.print", print_id=str(job.pk))
    PrintJob.objects.of(job.school_id).filter(pk=job.pk).update(job=work)
