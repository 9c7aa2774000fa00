"""Long work of evaluation."""

import uuid

from django.urls import reverse
from django.utils.translation import gettext as _
from django_tasks import task

from taoli.accounts.models import Membership
from taoli.accounts.queries import actor_for
from taoli.common import clock, jobs
from taoli.common.errors import TaoliError
from taoli.evaluation.services.drafting import reckon, store

MANY = 100  # mentors; more are reckoned by the worker


@task()
def draft_school(*, school_id: int, job_id: str, account_id: str) -> None:
    """Draft the appraisal of a school for whoever asked."""

    def work(report: jobs.Report) -> tuple[str, str]:
        place = Membership.objects.filter(account_id=uuid.UUID(account_id), school_id=school_id).first()
        if place is None:
            raise TaoliError(_("Whoever started this is no longer at the school."))
        report(0, 2)
        reckoned = reckon(school_id)
        report(1, 2)
        store(by=actor_for(place, clock.today()), reckoned=reckoned)
        return reverse("evaluation:appraisal_show"), _("The appraisal has been drafted.")

    jobs.run(school_id=school_id, job_id=job_id, work=work)
