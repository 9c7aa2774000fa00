"""Close surveys whose last day is over."""

from typing import Any

from django.core.management.base import BaseCommand

from taoli.common.each_school import each_school
from taoli.common.policy import system
from taoli.evaluation.services.due import close_due


class Command(BaseCommand):
    """`manage.py close_surveys` closes the surveys whose last day is over; run it every hour."""

    help = "Close, in every school, the surveys whose last day is over."

    def handle(self, *_args: Any, **_options: Any) -> None:
        for school, done in each_school(lambda school: close_due(by=system(school.pk))):
            self.stdout.write(f"{school.code}: {done}")
