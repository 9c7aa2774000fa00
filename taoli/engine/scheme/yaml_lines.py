"""Where in a YAML text a value stands, so that a fault can be found by its line."""

import yaml

from taoli.engine.scheme.tree import NAME_FIELDS
from taoli.engine.scheme.yaml_text import LOADER


def line_of(text: str, path: str) -> int:
    """The line (from 1) of the value at a dotted path, or of the nearest value around it that is there."""
    node = yaml.compose(text, Loader=LOADER)
    line = 1
    for name in path.split(".") if path else []:
        found = _below(node, name)
        if found is None:
            break
        line, node = found
    return line


def _below(node: yaml.Node | None, name: str) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if str(key.value) == name:
                return key.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode):
        for place, entry in enumerate(node.value):
            if name in {_name(entry), str(place)}:
                return entry.start_mark.line + 1, entry
    return None


def _name(entry: yaml.Node) -> str | None:
    if not isinstance(entry, yaml.MappingNode):
        return None
    values = {str(key.value): str(value.value) for key, value in entry.value}
    return next((values[field] for field in NAME_FIELDS if field in values), None)
