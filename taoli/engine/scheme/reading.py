"""Plain data in, a checked scheme out, and back."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from taoli.engine.scheme.checks import problems_of
from taoli.engine.scheme.clause_table import spelled_out
from taoli.engine.scheme.errors import Param, Problem, SchemeError
from taoli.engine.scheme.model import Scheme
from taoli.engine.scheme.tree import clause_at, entry_name
from taoli.engine.scheme.yaml_text import read_yaml


def load_preset(folder: Path) -> Scheme:
    """The scheme of a preset folder (`scheme.yaml`). SchemeError when it is missing, no YAML, or not a
    scheme.
    """
    try:
        data = (folder / "scheme.yaml").read_bytes()
    except OSError as error:
        raise SchemeError((Problem("", "not_found", {"folder": folder.name}),)) from error
    return parse_scheme(read_yaml(data))


def parse_scheme(data: Mapping[str, Any]) -> Scheme:
    """A checked scheme from plain data, clauses in their places or in a table. SchemeError with every problem, each
    with path, code, values and clause.
    """
    plain: dict[str, Any] = spelled_out(json.loads(json.dumps(dict(data), default=str)))
    try:
        scheme = Scheme.model_validate_json(json.dumps(plain), strict=True)
    except ValidationError as error:
        faults = [dict(fault) for fault in error.errors()]
        raise SchemeError(tuple(_problem(plain, fault) for fault in faults if not _echo(fault))) from error
    if problems := tuple(problems_of(scheme)):
        raise SchemeError(problems)
    return scheme


def dump(scheme: Scheme) -> dict[str, Any]:
    """The scheme as JSON-able data; `parse_scheme` gives the same scheme back."""
    return scheme.model_dump(mode="json")


def checksum(scheme: Scheme) -> str:
    """SHA-256 of the scheme in hexadecimal, the same wherever it is reckoned."""
    text = json.dumps(dump(scheme), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _echo(fault: dict[str, Any]) -> bool:
    """A list that is long enough is called too short when an entry of it has a fault: said already."""
    return fault["type"] == "too_short" and bool(len(fault["input"]) >= fault["ctx"]["min_length"])


def _problem(plain: dict[str, Any], fault: dict[str, Any]) -> Problem:
    path = _path(plain, fault["loc"])
    params: dict[str, Param] = {
        name: value for name, value in fault.get("ctx", {}).items() if isinstance(value, str | int | float | bool)
    }
    return Problem(path, fault["type"], params, clause_at(plain, path))


def _path(plain: Any, loc: tuple[str | int, ...]) -> str:
    """Pydantic's place as our path: list entries by name, the tags of unions left out."""
    node, names = plain, []
    for place, part in enumerate(loc):
        if isinstance(part, int) and isinstance(node, list):
            node = node[part]
            names.append(entry_name(node) or str(part))
        elif isinstance(node, dict) and part in node:
            node = node[part]
            names.append(str(part))
        elif not (isinstance(node, dict) and part in node.values()) and place == len(loc) - 1:
            names.append(str(part))
    return ".".join(names)
