"""Writes the default Word template of a form, to be changed and put in the data folder."""

from collections.abc import Callable
from pathlib import Path

from django.core.management.base import BaseCommand, CommandParser

from taoli.documents.official.agreement.word import default_template as agreement_template
from taoli.documents.official.appointment_letter.word import default_template as letter_template
from taoli.documents.official.appraisal_sheet.word import template_for
from taoli.documents.official.class_register.word import default_template as class_register_template
from taoli.documents.official.notice_slips.word import default_template as slips_template
from taoli.documents.official.register.word import default_template
from taoli.documents.official.scheme_document.word import default_template as scheme_template

TAIGU = ("对接落实", "每轮活动", "个别指导", "流失数", "学生反馈", "家长反馈")
FORMS: dict[str, Callable[[], bytes]] = {
    "register": default_template,
    "appraisal_sheet": lambda: template_for(TAIGU, details=True),
    "scheme_document": scheme_template,
    "agreement": agreement_template,
    "appointment_letter": letter_template,
    "class_register": class_register_template,
    "notice_slips": slips_template,
    "appraisal_sheets": lambda: template_for(TAIGU, details=False),
}


class Command(BaseCommand):
    help = "Write a form's default Word template. Changed, it goes to data/forms/<school code>/<form>.docx."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("form", choices=sorted(FORMS))
        parser.add_argument("file", type=Path)

    def handle(self, *args: object, form: str, file: Path, **options: object) -> None:
        file.write_bytes(FORMS[form]())
        self.stdout.write(str(file))
