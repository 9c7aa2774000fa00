"""Print one hash over the whole state."""

from typing import Any

from django.core.management.base import BaseCommand

from taoli.common.state import state_hash


class Command(BaseCommand):
    """`manage.py state_hash`."""

    help = "Print SHA-256 over the sorted rows of all tables but sessions, tasks, view log and uploads kept for a day."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Print it."""
        self.stdout.write(state_hash())
