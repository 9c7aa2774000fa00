"""Let what was arranged for today come true."""

from typing import Any

from django.core.management.base import BaseCommand

from taoli.common.each_school import each_school
from taoli.common.policy import system
from taoli.matching.services.turning import turn_day


class Command(BaseCommand):
    """`manage.py turn_day`, for an hourly timer: soon after midnight the dates take effect."""

    help = "Let handovers, leaves and changes of mentor that were arranged for today take effect in every school."

    def handle(self, *_args: Any, **_options: Any) -> None:
        turned = each_school(lambda school: turn_day(by=system(school.pk)))
        self.stdout.write(str(sum(count for _, count in turned)))
