"""Ring wherever a student is not safe and nobody has answered."""

from typing import Any

from django.core.management.base import BaseCommand

from taoli.common.each_school import each_school
from taoli.guidance.services.alarms import ring_due


class Command(BaseCommand):
    """`manage.py ring_unsafe` rings the open alarms of every school once more; run it every minute."""

    help = "Ring the adults on duty again for each student's alarm that nobody has answered; at any hour."

    def handle(self, *_args: Any, **_options: Any) -> None:
        for school, done in each_school(lambda school: ring_due(school_id=school.pk)):
            self.stdout.write(f"{school.code}: {done}")
