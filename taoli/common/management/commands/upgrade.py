"""Bring the database up to the program."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.keeping.upgrade import upgrade


class Command(BaseCommand):
    """`manage.py upgrade` after a new program was unpacked, with server and worker stopped."""

    help = "Back up, migrate, check; when anything fails the former state is put back."

    def handle(self, *_args: Any, **_options: Any) -> None:
        try:
            done = upgrade()
        except TaoliError as refusal:
            raise CommandError(str(refusal)) from refusal
        for step in done.steps:
            self.stdout.write(f"  + {step}")
        for sentence in done.proof.good:
            self.stdout.write(f"  ✓ {sentence}")
        if done.safety:
            self.stdout.write(_("The state before is kept in %(file)s.") % {"file": done.safety})
        self.stdout.write(_("The database is up to date. Start server and worker again."))
