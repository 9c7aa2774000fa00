"""Sheets as templates and programs read them: every value a text, tables filled up with lines for the pen."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from taoli.documents.official.layout import Each, OfficialForm, Part, Rows, Sheet
from taoli.documents.official.names import blank, list_names, single_names

# What XML 1.0 has no place for; Word would not open the paper.
UNPRINTABLE = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def context(form: OfficialForm, frame: Mapping[str, str], sheets: Iterable[Sheet], mark: str = "") -> dict[str, Any]:
    """Return what a form is filled with: the frame, its title, the mark behind the text, and the sheets."""
    made = [ready(form, sheet.data) for sheet in sheets]
    alone = "yes" if len(made) == 1 else ""
    return {**frame, "title": form.title, "mark": mark, "alone": alone, "sheets": made}


def ready(form: OfficialForm, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return one sheet with every name its form uses: values as texts, what is missing empty, tables filled up."""
    lists = list_names(form)
    found: dict[str, Any] = dict.fromkeys(single_names(form), "") | {name: [] for name in lists}
    found |= {name: _plain(value) for name, value in data.items() if value is not None or name not in lists}
    _lengthen(form.parts, found)
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return "" if value is None else UNPRINTABLE.sub("", str(value).replace("\r\n", "\n").replace("\r", "\n"))


def _lengthen(parts: Iterable[Part], owner: dict[str, Any]) -> None:
    for part in parts:
        if isinstance(part, Rows):
            names = [col.name for col in part.cols if col.name]
            rows = [dict.fromkeys(names, "") | row for row in owner.get(part.name, [])]
            rows += [dict.fromkeys(names, "") for _ in range(part.least - len(rows))]
            owner[part.name] = rows
        elif isinstance(part, Each):
            owner[part.name] = [{**blank(part), **item} for item in owner.get(part.name, [])]
            for item in owner[part.name]:
                _lengthen(part.parts, item)
