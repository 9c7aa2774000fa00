"""Fills a Word template: the school's own if it has put one in the place of the form's, else the default."""

import io
from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from docxtpl import DocxTemplate
from jinja2 import TemplateError

from taoli.common.errors import TaoliError
from taoli.documents.official.environment import ENVIRONMENT
from taoli.documents.queries.templates import own_template


def fill(form: str, code: str, default: Callable[[], bytes], context: Mapping[str, Any]) -> bytes:
    """Return the filled form; data is text and never read as a template. TaoliError: the own template is broken."""
    own = own_template(form, code)
    if own is None:
        return filled(default(), context)
    try:
        return filled(own.data, context)
    except TemplateError as error:
        raise TaoliError(
            _("The school's own template %(file)s cannot be filled: %(cause)s")
            % {"file": own.name, "cause": error.message or ""}
        ) from error


def filled(template: bytes, context: Mapping[str, Any]) -> bytes:
    """Return a template with its data filled in."""
    paper = DocxTemplate(io.BytesIO(template))
    paper.render(dict(context), ENVIRONMENT)
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()
