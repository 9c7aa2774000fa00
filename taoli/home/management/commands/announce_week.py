"""Tell those who lead a class or grade that the week's page is there."""

from typing import Any

from django.core.management.base import BaseCommand

from taoli.common.each_school import each_school
from taoli.common.policy import system
from taoli.home.services.digests import announce_week


class Command(BaseCommand):
    """`manage.py announce_week` tells them once, on the week's last school day from 15:00 on; run it often."""

    help = "Tell homeroom teachers and grade leads that the page of the week is there; counts and names stay on it."

    def handle(self, *_args: Any, **_options: Any) -> None:
        for school, told in each_school(lambda school: announce_week(by=system(school.pk))):
            self.stdout.write(f"{school.code}: {told}")
