"""Long work of matching."""

import uuid

from django.urls import reverse
from django.utils.translation import gettext as _
from django_tasks import task

from taoli.accounts.models import Membership
from taoli.accounts.queries import actor_for
from taoli.common import clock, jobs
from taoli.common.errors import TaoliError
from taoli.matching import services


@task()
def match_round(*, school_id: int, job_id: str, run_id: str, account_id: str) -> None:
    """Let the engine place the students of a started run, for whoever asked."""

    def work(report: jobs.Report) -> tuple[str, str]:
        place = Membership.objects.filter(account_id=uuid.UUID(account_id), school_id=school_id).first()
        if place is None:
            raise TaoliError(_("Whoever started this is no longer at the school."))
        report(0, 1)
        run = services.finish_run(by=actor_for(place, clock.today()), run_id=uuid.UUID(run_id))
        report(1, 1)
        message = _("There is no matching under these rules.") if run.state == "impossible" else ""
        return reverse("matching:run_show", args=[run.pk]), message or _("The draft is ready to look at.")

    jobs.run(school_id=school_id, job_id=job_id, work=work)
