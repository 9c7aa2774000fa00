"""Fills a Word template: the school's own if it has put one in its data folder, else the default."""

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from docxtpl import DocxTemplate
from jinja2 import TemplateError

from taoli.common.errors import TaoliError
from taoli.documents.official.environment import ENVIRONMENT


def own_template(form: str, code: str) -> Path | None:
    """Return the template a school has put in place of a form's default: data/forms/<school code>/<form>.docx."""
    file: Path = settings.DATA / "forms" / code / f"{form}.docx"
    return file if file.is_file() else None


def fill(form: str, code: str, default: Callable[[], bytes], context: Mapping[str, Any]) -> bytes:
    """Return the filled form; data is text and never read as a template. TaoliError: the own template is broken."""
    own = own_template(form, code)
    template = DocxTemplate(own or io.BytesIO(default()))
    try:
        template.render(dict(context), ENVIRONMENT)
    except TemplateError as error:
        if own is None:
            raise
        raise TaoliError(
            _("The school's own template %(file)s cannot be filled: %(cause)s")
            % {"file": own.name, "cause": error.message or ""}
        ) from error
    out = io.BytesIO()
    template.save(out)
    return out.getvalue()
