"""Long work of the roster."""

import uuid

from django.urls import reverse
from django.utils.translation import gettext as _
from django_tasks import task

from taoli.accounts.queries import actor_of_account
from taoli.common import clock
from taoli.common.jobs import Report, run
from taoli.common.policy import Actor
from taoli.roster.services import importing
from taoli.roster.services.people import open_accounts
from taoli.roster.services.undoing import undo


@task()
def apply_import(school_id: int, job_id: str, account_id: str, import_id: str, *, close_missing: bool = False) -> None:
    """Apply a confirmed import, then open the accounts of those who came."""

    def work(report: Report) -> tuple[str, str]:
        by = _by(school_id, account_id)
        importing.apply(by=by, pk=uuid.UUID(import_id), close_missing=close_missing)
        opened = open_accounts(by=by, report=report)
        return reverse("roster:import_show", args=[import_id]), _opened(opened)

    run(school_id=school_id, job_id=job_id, work=work)


@task()
def undo_import(school_id: int, job_id: str, account_id: str, import_id: str) -> None:
    """Take a large import back."""

    def work(_report: Report) -> tuple[str, str]:
        undo(by=_by(school_id, account_id), pk=uuid.UUID(import_id))
        return reverse("roster:import_show", args=[import_id]), _(
            "Taken back. The roster is as it was before this import."
        )

    run(school_id=school_id, job_id=job_id, work=work)


@task()
def open_all_accounts(school_id: int, job_id: str, account_id: str) -> None:
    """Open the accounts of everybody who has none."""

    def work(report: Report) -> tuple[str, str]:
        opened = open_accounts(by=_by(school_id, account_id), report=report)
        return reverse("roster:account_slips"), _opened(opened)

    run(school_id=school_id, job_id=job_id, work=work)


def _by(school_id: int, account_id: str) -> Actor:
    return actor_of_account(uuid.UUID(account_id), school_id, clock.today())


def _opened(opened: dict[str, int]) -> str:
    return _("%(n)s accounts were opened.") % {"n": sum(opened.values())}
