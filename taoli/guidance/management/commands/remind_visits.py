"""Remind of visits, and ask after who has not said to be back."""

from typing import Any

from django.core.management.base import BaseCommand

from taoli.common.each_school import each_school
from taoli.common.policy import system
from taoli.guidance.services import remind


class Command(BaseCommand):
    """`manage.py remind_visits`: run it every ten minutes."""

    help = "Remind mentors of tomorrow's appointments; ask the office to ring who has not said to be back from a visit."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Look at every school."""
        for school, told in each_school(lambda school: remind(by=system(school.pk))):
            self.stdout.write(f"{school.code}: {told['tomorrow']} {told['not_back']}")
