"""`manage.py rotate_letter_key`: a new key for what phones seal from now on."""

from typing import Any

from django.core.management.base import BaseCommand

from taoli.common.keeping.letterbox import rotate_pair


class Command(BaseCommand):
    """Make a new key pair; phones take it over on their next visit, older letters are still opened."""

    help = "Make a new key for records written offline; older ones are kept to open what is still under way."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Rotate and say which key is in use."""
        self.stdout.write(f"letter key {rotate_pair().number}")
