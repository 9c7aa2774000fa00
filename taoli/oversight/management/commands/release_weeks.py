"""Tell bureaus of the weeks that are due."""

from typing import Any

from django.core.management.base import BaseCommand

from taoli.common.models import School
from taoli.oversight.services.releasing import release_weeks


class Command(BaseCommand):
    """`manage.py release_weeks`, every hour: a week is due on the Wednesday after it; what is released stays."""

    help = "Release to each bureau what may be told of the weeks that are due."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """One bureau after another, each week in its own transaction."""
        bureaus = School.objects.filter(kind=School.Kind.BUREAU).order_by("pk")
        made = sum(release_weeks(bureau_id=bureau.pk) for bureau in bureaus)
        self.stdout.write(f"{made} weeks released")
