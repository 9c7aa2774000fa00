"""Long work of the rehearsal."""

import uuid

from django.urls import reverse
from django.utils.translation import gettext as _
from django_tasks import task

from taoli.accounts.models import Membership
from taoli.accounts.queries import actor_for
from taoli.common import clock, jobs
from taoli.common.errors import TaoliError
from taoli.rehearsal.services.rehearsing import Wanted, rehearse, store


@task()
def rehearse_school(*, school_id: int, job_id: str, account_id: str, key: str, source: str, seed: int) -> None:
    """Rehearse a scheme for a school, for whoever asked."""

    def work(report: jobs.Report) -> tuple[str, str]:
        place = Membership.objects.filter(account_id=uuid.UUID(account_id), school_id=school_id).first()
        if place is None:
            raise TaoliError(_("Whoever started this is no longer at the school."))
        report(0, 2)
        done = rehearse(Wanted(key, source, seed), school_id)
        report(1, 2)
        row = store(by=actor_for(place, clock.today()), done=done)
        return reverse("rehearsal:rehearsal_show", args=[row.pk]), _("The rehearsal is ready.")

    jobs.run(school_id=school_id, job_id=job_id, work=work)
