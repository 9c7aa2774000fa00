"""Long work with progress: started by a page, watched on it, done by the worker."""

import logging
import uuid
from collections.abc import Callable
from typing import Any

from django.db import transaction

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.models import Job
from taoli.common.policy import Actor

log = logging.getLogger(__name__)

Report = Callable[[int, int], None]


def start(task: Any, *, by: Actor, kind: str, **arguments: Any) -> Job:
    """Store a job and enqueue its task once the transaction is through; the task is called with school_id, job_id."""
    job = Job.objects.create(school_id=by.school_id, kind=kind, started_by=by.account_id, created_at=clock.now())
    transaction.on_commit(lambda: task.enqueue(school_id=by.school_id, job_id=str(job.pk), **arguments))
    return job


def run(*, school_id: int, job_id: str, work: Callable[[Report], tuple[str, str]]) -> None:
    """Run the work of a job: it may report (done, total), and returns (address of the result, message).

    A TaoliError becomes the job's message; anything else is logged and told plainly.
    """
    rows = Job.objects.of(school_id).filter(pk=uuid.UUID(job_id))
    rows.update(state=Job.State.RUNNING)

    def report(done: int, total: int) -> None:
        rows.update(done=done, total=total)

    try:
        location, message = work(report)
    except TaoliError as refusal:
        rows.update(state=Job.State.FAILED, message=str(refusal)[:400])
    except Exception:
        log.exception("job failed", extra={"job": job_id, "school": school_id})
        rows.update(state=Job.State.FAILED, message="")
    else:
        rows.update(state=Job.State.DONE, location=location, message=message[:400])


def get_job(actor: Actor, pk: uuid.UUID) -> Job | None:
    """Return a job the actor started, or None."""
    return Job.objects.of(actor.school_id).filter(pk=pk, started_by=actor.account_id).first()
