"""Let packages end that nobody has answered in time."""

from typing import Any

from django.core.management.base import BaseCommand

from taoli.common.models import School
from taoli.common.policy import system
from taoli.handover.services.sending import expire_packages


class Command(BaseCommand):
    """`manage.py expire_packages`, once a day."""

    help = "End packages whose day has passed without an answer, and erase their files."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """One school after another, each in its own transaction."""
        ended = sum(expire_packages(by=system(school.pk)) for school in School.objects.all())
        self.stdout.write(f"{ended} packages ended")
