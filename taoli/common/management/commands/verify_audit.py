"""Check every school's audit chain."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from taoli.common.chain import faults
from taoli.common.models import School


class Command(BaseCommand):
    """`manage.py verify_audit` exits 1 and names the fault when an entry was edited, deleted, reordered or cut."""

    help = "Check the audit chain of every school."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Check and report."""
        broken = [
            f"{school.code}: {fault}" for school in School.objects.order_by("code") for fault in faults(school.pk)
        ]
        if broken:
            raise CommandError("\n".join(broken))
        self.stdout.write("audit: whole")
