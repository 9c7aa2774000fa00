"""Writes the default Word template of a form, to be changed and put in the data folder."""

from collections.abc import Callable
from pathlib import Path

from django.core.management.base import BaseCommand, CommandParser

from taoli.documents.official.as_word import template_of
from taoli.documents.official.layout import OfficialForm
from taoli.documents.official.notice_slips.word import default_template as slips_template
from taoli.documents.official.register.word import default_template
from taoli.documents.official.registry import forms


def _of(form: OfficialForm) -> Callable[[], bytes]:
    return lambda: template_of(form)


FORMS: dict[str, Callable[[], bytes]] = {
    **{key: _of(form) for key, form in forms().items()},
    "register": default_template,
    "notice_slips": slips_template,
}


class Command(BaseCommand):
    help = "Write a form's default Word template. Changed, it goes to data/forms/<school code>/<form>.docx."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("form", choices=sorted(FORMS))
        parser.add_argument("file", type=Path)

    def handle(self, *args: object, form: str, file: Path, **options: object) -> None:
        file.write_bytes(FORMS[form]())
        self.stdout.write(str(file))
