"""Follow up on wishes to talk that nobody has answered."""

from typing import Any

from django.core.management.base import BaseCommand

from taoli.common.each_school import each_school
from taoli.common.policy import system
from taoli.guidance.services.talks import remind_talks


class Command(BaseCommand):
    """`manage.py remind_talks` reminds adults of unanswered wishes to talk and tells the student; run it hourly."""

    help = "Follow up on wishes to talk without an answer at noon of the next school day; once, then once more."

    def handle(self, *_args: Any, **_options: Any) -> None:
        for school, done in each_school(lambda school: remind_talks(by=system(school.pk))):
            self.stdout.write(f"{school.code}: {done}")
