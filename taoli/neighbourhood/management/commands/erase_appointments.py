"""Take away what is said of families at stations after a year."""

from typing import Any

from django.core.management.base import BaseCommand

from taoli.common.each_school import BUREAUS, each_school
from taoli.common.policy import system
from taoli.neighbourhood.services.appointments import erase_appointments


class Command(BaseCommand):
    """`manage.py erase_appointments`, once a day."""

    help = "Erase contact, question and note of appointments at stations after a year."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """One bureau after another, each in its own transaction."""
        erased = sum(count for _, count in each_school(lambda one: erase_appointments(by=system(one.pk)), BUREAUS))
        self.stdout.write(f"{erased} appointments erased")
