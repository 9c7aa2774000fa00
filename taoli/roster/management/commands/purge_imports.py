"""Forget what old imports kept."""

from typing import Any

from django.core.management.base import BaseCommand

from taoli.roster.services.undoing import purge_imports


class Command(BaseCommand):
    """`manage.py purge_imports`, for a daily timer."""

    help = "Forget what imports older than a day kept so that they could be taken back."

    def handle(self, *_args: Any, **_options: Any) -> None:
        self.stdout.write(str(purge_imports()))
