"""What concerns safety does not wait for the next emptying of the outbox."""

from django_tasks import task

from taoli.common.policy import system
from taoli.notifications.services.delivering import deliver
from taoli.notifications.services.sending import send_messages


@task()
def send_now(*, school_id: int) -> None:
    """Settle and send what concerns safety; what fails is tried again by `deliver_notices`."""
    by = system(school_id)
    deliver(by=by, only_safety=True)
    send_messages(by=by, only_safety=True)
