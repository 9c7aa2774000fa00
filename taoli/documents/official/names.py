"""The names a form's placeholders may use, read from its parts."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from taoli.documents.official.layout import Box, Each, Fields, OfficialForm, Paragraphs, Part, Rows

PLACE = re.compile(r"\{\{\s*([a-z_]+(?:\.[a-z_0-9]+)*)\s*\}\}")
FRAME = ("school", "term", "who", "when")


def texts_of(part: Part) -> Iterator[str]:
    """Yield the texts of a part that may hold placeholders."""
    for name in ("text", "under", "who", "date"):
        found = getattr(part, name, None)
        if isinstance(found, str):
            yield found
    yield from getattr(part, "parts", ()) if not isinstance(part, Each) else ()


def places(text: str) -> list[str]:
    """Return the placeholders in a text, as `sheet.name`."""
    return PLACE.findall(text)


def written(text: str, scope: Mapping[str, Any]) -> str:
    """Return a text with its placeholders filled; an unknown one is a KeyError, told by the form's own test."""

    def value(found: re.Match[str]) -> str:
        value: Any = scope
        for step in found.group(1).split("."):
            value = value[step]
        return str(value)

    return PLACE.sub(value, text)


def single_names(form: OfficialForm) -> set[str]:
    """Return the sheet's fields that are one text, as the default layout uses them."""
    return {name for part in form.parts for name in _single(part)}


def list_names(form: OfficialForm) -> dict[str, set[str]]:
    """Return the sheet's lists and the fields of their entries; no field: the entries are texts themselves."""
    found: dict[str, set[str]] = {}
    for part in form.parts:
        if isinstance(part, Rows):
            found.setdefault(part.name, set()).update(col.name for col in part.cols if col.name)
        elif isinstance(part, Paragraphs):
            found.setdefault(part.name, set())
        elif isinstance(part, Each):
            own = {name for one in part.parts for name in (*_single(one), *_item(one), *_lists(one))}
            found.setdefault(part.name, set()).update(own)
    return found


def blank(part: Each) -> dict[str, Any]:
    """Return an entry of a repeated part with nothing written in it."""
    names = {name for one in part.parts for name in (*_single(one), *_item(one))}
    return dict.fromkeys(names, "") | {name: [] for one in part.parts for name in _lists(one)}


def _single(part: Part) -> Iterator[str]:
    for text in texts_of(part):
        yield from (place.removeprefix("sheet.") for place in places(text) if place.startswith("sheet."))
    if isinstance(part, Fields):
        yield from (cell.name for row in part.rows for cell in row if cell.name)
    if isinstance(part, Box) and part.name:
        yield part.name


def _item(part: Part) -> Iterator[str]:
    for text in texts_of(part):
        yield from (place.removeprefix("item.") for place in places(text) if place.startswith("item."))


def _lists(part: Part) -> Iterator[str]:
    if isinstance(part, Rows | Paragraphs | Each):
        yield part.name
