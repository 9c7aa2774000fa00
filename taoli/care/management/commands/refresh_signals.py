"""Let the rules look at every school."""

from typing import Any

from django.core.management.base import BaseCommand

from taoli.care.services.signals import refresh_daily
from taoli.common.each_school import each_school
from taoli.common.policy import system


class Command(BaseCommand):
    """`manage.py refresh_signals`: run it every hour; the rules look once a day."""

    help = "Let the signals' rules look at every student of every school; nobody is told, the page shows what they say."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Look at every school."""
        for school, done in each_school(lambda school: refresh_daily(by=system(school.pk))):
            if done is not None:
                self.stdout.write(f"{school.code}: {done.new} {done.lapsed} {done.open}")
