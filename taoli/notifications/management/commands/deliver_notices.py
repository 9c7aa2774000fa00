"""Empty the outbox."""

from collections.abc import Mapping
from typing import Any

from django.core.management.base import BaseCommand

from taoli.common.each_school import ALL, each_school
from taoli.common.models import School
from taoli.common.policy import system
from taoli.notifications.services import deliver, send_messages


class Command(BaseCommand):
    """`manage.py deliver_notices` hands over and sends what is due, school by school; run it every few minutes."""

    help = "Hand the notices that are due to their channels; at night and on holidays everything but safety waits."

    def handle(self, *_args: Any, **_options: Any) -> None:
        for school, (settled, sent) in each_school(_handed_over, ALL):
            self.stdout.write(f"{school.code}: {settled}")
            for outcome, count in sorted(sent.items()):
                self.stdout.write(f"{school.code}: {outcome} {count}")


def _handed_over(school: School) -> tuple[int, Mapping[str, int]]:
    by = system(school.pk)
    return deliver(by=by), send_messages(by=by)
