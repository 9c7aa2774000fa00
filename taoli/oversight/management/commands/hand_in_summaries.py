"""Let every school hand in its weekly summary."""

from typing import Any

from django.core.management.base import BaseCommand

from taoli.common.each_school import each_school
from taoli.common.errors import TaoliError
from taoli.common.models import School
from taoli.common.policy import system
from taoli.oversight.queries.handed_in import has_bureau
from taoli.oversight.services.handing_in import hand_in_week


class Command(BaseCommand):
    """`manage.py hand_in_summaries`: run it every hour; each week goes once, on Monday morning, and again only where a
    bureau could not be reached.
    """

    help = "Hand in the summary of the last whole week for every school that has a bureau; what has arrived stays."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """One school after the other; a refusal of one does not keep the others."""
        for school, said in each_school(self._of):
            if said:
                self.stdout.write(f"{school.code}: {said}")

    def _of(self, school: School) -> str:
        if not has_bureau(school.pk):
            return ""
        try:
            row = hand_in_week(by=system(school.pk))
        except TaoliError as refusal:
            self.stderr.write(f"{school.code}: {refusal}")
            return ""
        answers = " ".join(one["code"] for one in row.answers)
        return f"{row.week} {row.seq} {answers}"
