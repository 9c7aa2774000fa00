"""Long work of handover."""

import uuid

from django.urls import reverse
from django.utils.translation import gettext as _
from django_tasks import task

from taoli.accounts.queries import actor_of_account
from taoli.common import clock
from taoli.common.jobs import Report, run
from taoli.handover.services.taking import class_bundle


@task()
def bundle_class(school_id: int, job_id: str, account_id: str, class_id: str, left_on: str) -> None:
    """Make the file of a class's graduates, while the page shows how far it is."""

    def work(report: Report) -> tuple[str, str]:
        by = actor_of_account(uuid.UUID(account_id), school_id, clock.today())
        made = class_bundle(by=by, class_id=uuid.UUID(class_id), left_on=left_on, report=report)
        return reverse("handover:graduation_file", args=[made.pk]), _("%(n)s archives are ready for a day.") % {
            "n": made.students
        }

    run(school_id=school_id, job_id=job_id, work=work)
