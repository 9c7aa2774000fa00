"""Forget unsent words that have lain for two weeks."""

from typing import Any

from django.core.management.base import BaseCommand

from taoli.common.each_school import ALL, each_school
from taoli.guidance.services import forget_drafts


class Command(BaseCommand):
    """`manage.py forget_drafts`, once an hour."""

    help = "Forget drafts of guidance records that nobody has touched for two weeks."

    def handle(self, *_args: Any, **_options: Any) -> None:
        forgotten = sum(count for _, count in each_school(lambda school: forget_drafts(school.pk), ALL))
        self.stdout.write(f"{forgotten} drafts forgotten")
