"""A form's file: Word from its template (the school's own, if it has one), PDF by typst."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import typst
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.documents.official.as_typst import program_of
from taoli.documents.official.as_word import template_of
from taoli.documents.official.filled import context
from taoli.documents.official.filling import fill, filled
from taoli.documents.official.layout import OfficialForm, Sheet
from taoli.documents.official.press import pressed

FONTS = Path(__file__).resolve().parents[2] / "web" / "fonts"
TEMPLATES: dict[tuple[object, ...], bytes] = {}  # the default templates made so far, by form and its parts


def word(form: OfficialForm, frame: Mapping[str, str], sheets: Iterable[Sheet]) -> bytes:
    """Return the sheets as one Word file; `frame` has school, code, term, who, when. TaoliError: a broken template."""
    return fill(form.key, frame["code"], lambda: default_template(form), context(form, frame, sheets))


def default_word(form: OfficialForm, frame: Mapping[str, str], sheets: Iterable[Sheet]) -> bytes:
    """Return the sheets as one Word file in the form's own layout, whatever the school has put in its place."""
    return filled(default_template(form), context(form, frame, sheets))


def pdf(form: OfficialForm, frame: Mapping[str, str], sheets: Iterable[Sheet], *, mark: str = "") -> bytes:
    """Return the sheets as one PDF, `mark` pale behind the text."""
    data = json.dumps(context(form, frame, sheets, mark), ensure_ascii=False)
    return pressed(_compiler(), program_of(form).encode(), {"data": data})


def default_template(form: OfficialForm) -> bytes:
    """Return the form's own Word template."""
    key = (form.key, form.parts)  # some forms have other columns with every scheme
    if key not in TEMPLATES:
        TEMPLATES[key] = template_of(form)
    return TEMPLATES[key]


@cache
def _compiler() -> typst.Compiler:
    """One compiler a process: reading the fonts takes longer than a page. TaoliError: the fonts were not built."""
    if not list(FONTS.glob("*.ttf")):
        raise TaoliError(_("The fonts of printed papers are missing on this server. Please run make prepare once."))
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    return typst.Compiler(font_paths=fonts, ignore_system_fonts=True)
