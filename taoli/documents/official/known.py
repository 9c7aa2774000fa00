"""What a template may name: the frame, the sheets and everything on a sheet, with the words printed beside it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from taoli.documents.official.layout import Box, Each, Fields, OfficialForm, Paragraphs, Part, Rows
from taoli.documents.official.names import FRAME, places, texts_of

Known = Any
"""None is a text, a mapping an entry with its names, a list of one the kind of its entries."""


def known(form: OfficialForm) -> dict[str, Known]:
    """Return every name a template of the form may use: what the default uses, and what its sample has besides."""
    sheet = _joined(_scope(form.parts, "sheet"), _shape(form.sample))
    return {**dict.fromkeys((*FRAME, "title", "mark", "alone")), "sheets": [sheet]}


def described(form: OfficialForm) -> dict[str, str]:
    """Return the words printed beside each name the default layout uses: `sheet.talks.on` → 谈话时间."""
    found: dict[str, str] = {}
    for path, label in _labels(form.parts, "sheet", "sheet"):
        if label or path not in found:
            found[path] = label or found.get(path, "")
    return found


def _scope(parts: Iterable[Part], owner: str) -> dict[str, Known]:
    found: dict[str, Known] = {}
    for part in parts:
        for text in texts_of(part):
            names = [place.split(".") for place in places(text)]
            found |= dict.fromkeys(name[1] for name in names if name[0] == owner and len(name) > 1)
        match part:
            case Fields():
                found |= dict.fromkeys(cell.name for row in part.rows for cell in row if cell.name)
            case Box() if part.name:
                found[part.name] = None
            case Paragraphs():
                found[part.name] = [None]
            case Rows():
                found[part.name] = [dict.fromkeys(col.name for col in part.cols if col.name)]
            case Each():
                found[part.name] = [_scope(part.parts, "item")]
    return found


def _shape(value: Any) -> Known:
    if isinstance(value, Mapping):
        return {name: _shape(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        entry: Known = None
        for one in value:
            entry = _joined(entry, _shape(one))
        return [entry]
    return None


def _joined(first: Known, second: Known) -> Known:
    if isinstance(first, dict) and isinstance(second, dict):
        return {name: _joined(first.get(name), second.get(name)) for name in {**first, **second}}
    if isinstance(first, list) and isinstance(second, list):
        return [_joined(first[0], second[0])]
    return second if first is None else first


def _labels(parts: Iterable[Part], owner: str, path: str) -> Iterator[tuple[str, str]]:
    for part in parts:
        for text in texts_of(part):
            names = [place.split(".") for place in places(text)]
            yield from ((f"{path}.{name[1]}", "") for name in names if name[0] == owner and len(name) > 1)
        match part:
            case Fields():
                yield from ((f"{path}.{cell.name}", cell.label) for row in part.rows for cell in row if cell.name)
            case Box() if part.name:
                yield f"{path}.{part.name}", part.label
            case Paragraphs():
                yield f"{path}.{part.name}", ""
            case Rows():
                yield from ((f"{path}.{part.name}.{col.name}", col.head) for col in part.cols if col.name)
            case Each():
                yield from _labels(part.parts, "item", f"{path}.{part.name}")
