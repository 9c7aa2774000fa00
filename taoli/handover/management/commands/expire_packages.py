"""Let packages end that nobody has answered in time."""

from typing import Any

from django.core.management.base import BaseCommand

from taoli.common.each_school import ALL, each_school
from taoli.common.policy import system
from taoli.handover.services.sending import expire_packages


class Command(BaseCommand):
    """`manage.py expire_packages`, once a day."""

    help = "End packages whose day has passed without an answer, and erase their files."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """One school after another, each in its own transaction."""
        ended = sum(count for _, count in each_school(lambda school: expire_packages(by=system(school.pk)), ALL))
        self.stdout.write(f"{ended} packages ended")
