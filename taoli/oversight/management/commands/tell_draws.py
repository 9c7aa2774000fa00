"""Hand in the counts of draws that a school has not told in time."""

from typing import Any

from django.core.management.base import BaseCommand

from taoli.common.each_school import each_school
from taoli.common.policy import system
from taoli.oversight.services.telling import tell_due


class Command(BaseCommand):
    """`manage.py tell_draws` tells bureaus the counts of draws five school days after the calls; run it every hour."""

    help = "Hand in the counts of draws that a school has not told within five school days."

    def handle(self, *_args: Any, **_options: Any) -> None:
        for school, done in each_school(lambda school: tell_due(by=system(school.pk))):
            self.stdout.write(f"{school.code}: {done}")
