"""A scheme as people keep it in a file: plain block YAML, defaults left out, each clause quoted once in the table."""

from typing import Any, get_origin

import yaml
from pydantic import BaseModel

from taoli.engine.scheme.clause_table import tabled
from taoli.engine.scheme.model import Scheme

LAST = ("clause", "open", "own")
WIDTH = 110


class _Plain(yaml.SafeDumper):
    """No anchors: what stands in two places is written twice. Short lists of words stand on one line."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 PyYAML names it
        return True


def _listed(dumper: yaml.SafeDumper, data: list[Any]) -> yaml.Node:
    plain = all(not isinstance(entry, dict | list) for entry in data)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=plain)


_Plain.add_representer(list, _listed)


def to_yaml(scheme: Scheme) -> str:
    """The scheme as a file that `parse_scheme(read_yaml(…))` reads back to the same scheme."""
    return yaml.dump(tabled(_sparse(scheme)), Dumper=_Plain, allow_unicode=True, sort_keys=False, width=WIDTH)


def _sparse(value: Any) -> Any:
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        names = [*(name for name in fields if name not in LAST), *(name for name in LAST if name in fields)]
        return {
            name: _sparse(getattr(value, name)) for name in names if _says_something(fields[name], getattr(value, name))
        }
    if isinstance(value, dict):
        return {str(key): _sparse(entry) for key, entry in value.items()}
    if isinstance(value, tuple):
        return [_sparse(entry) for entry in value]
    return str(value) if isinstance(value, str) else value


def _says_something(field: Any, value: Any) -> bool:
    """Whether it is needed, differs from the default, or tells which kind of step or method this is."""
    return field.is_required() or value != field.default or _tells_the_kind(field.annotation)


def _tells_the_kind(annotation: Any) -> bool:
    return getattr(get_origin(annotation), "_name", None) == "Literal" and len(annotation.__args__) == 1
