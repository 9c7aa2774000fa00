"""Empty the outbox."""

from typing import Any

from django.core.management.base import BaseCommand

from taoli.common.models import School
from taoli.common.policy import system
from taoli.notifications.services import deliver, send_messages


class Command(BaseCommand):
    """`manage.py deliver_notices` hands over and sends what is due, school by school; run it every few minutes."""

    help = "Hand the notices that are due to their channels; at night and on holidays everything but safety waits."

    def handle(self, *_args: Any, **_options: Any) -> None:
        for school in School.objects.order_by("pk"):
            settled = deliver(by=system(school.pk))
            self.stdout.write(f"{school.code}: {settled}")
            for outcome, count in sorted(send_messages(by=system(school.pk)).items()):
                self.stdout.write(f"{school.code}: {outcome} {count}")
