"""Tell bureaus of the weeks that are due."""

from typing import Any

from django.core.management.base import BaseCommand

from taoli.common.each_school import BUREAUS, each_school
from taoli.oversight.services.releasing import release_weeks


class Command(BaseCommand):
    """`manage.py release_weeks`, every hour: a week is due on the Wednesday after it; what is released stays."""

    help = "Release to each bureau what may be told of the weeks that are due."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """One bureau after another, each week in its own transaction."""
        made = sum(count for _, count in each_school(lambda one: release_weeks(bureau_id=one.pk), BUREAUS))
        self.stdout.write(f"{made} weeks released")
