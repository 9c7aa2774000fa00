"""Empty the outbox."""

from typing import Any

from django.core.management.base import BaseCommand

from taoli.common.models import School
from taoli.common.policy import system
from taoli.notifications.services import deliver


class Command(BaseCommand):
    """`manage.py deliver_notices` hands what is due to the channels, school by school; run it every few minutes."""

    help = "Hand the notices that are due to their channels; at night and on holidays everything but safety waits."

    def handle(self, *_args: Any, **_options: Any) -> None:
        for school in School.objects.order_by("pk"):
            settled = deliver(by=system(school.pk))
            self.stdout.write(f"{school.code}: {settled}")
