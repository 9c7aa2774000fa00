"""Forget uploaded rosters whose day is over."""

from typing import Any

from django.core.management.base import BaseCommand

from taoli.common.each_school import ALL, each_school
from taoli.roster.services.uploads import forget_old


class Command(BaseCommand):
    """`manage.py forget_uploads`, once an hour: also a school that never comes back keeps no file longer."""

    help = "Forget uploaded roster files older than a day, and drop imports that still wait for answers."

    def handle(self, *_args: Any, **_options: Any) -> None:
        forgotten = sum(count for _, count in each_school(lambda school: forget_old(school_id=school.pk), ALL))
        self.stdout.write(f"{forgotten} files forgotten")
