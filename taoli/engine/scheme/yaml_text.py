"""YAML of a scheme, read strictly: plain values only, so that what stands in the file is what is meant."""

from typing import Any

import yaml

from taoli.engine.scheme.errors import Problem, SchemeError

# Ten times faster where PyYAML was built with libyaml, as its wheels are.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MOST_BYTES = 512 * 1024  # four times the longest published scheme, every clause spelled out
MOST_DEPTH = 16


def read_yaml(data: bytes | str) -> dict[str, Any]:
    """Plain values of one YAML document. SchemeError (codes `too_large`, `not_text`, `not_yaml`, `yaml_anchor`,
    `yaml_tag`, `too_deep`, `key_twice`, `not_a_scheme`), with the line where there is one.
    """
    raw = data.encode() if isinstance(data, str) else data
    if len(raw) > MOST_BYTES:
        raise _refused("too_large", kilobytes=len(raw) // 1024, most=MOST_BYTES // 1024)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _refused("not_text") from None
    try:
        _look_at_events(text)
        loader = LOADER(text)
        node = loader.get_single_node()
        _look_at_keys(node)
        found = loader.construct_document(node) if node is not None else None
    except SchemeError:
        raise
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _refused("not_yaml", line=mark.line + 1 if mark else 0) from error
    except (yaml.YAMLError, ValueError) as error:
        raise _refused("not_yaml", line=0) from error
    if not isinstance(found, dict):
        raise _refused("not_a_scheme")
    return found


def _look_at_events(text: str) -> None:
    """Anchors, aliases and tags could make much out of little, or something else than plain values."""
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        line = event.start_mark.line + 1 if event.start_mark else 0
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _refused("yaml_anchor", line=line)
        if getattr(event, "tag", None):
            raise _refused("yaml_tag", line=line)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MOST_DEPTH:
                raise _refused("too_deep", line=line, most=MOST_DEPTH)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _look_at_keys(node: yaml.Node | None) -> None:
    """YAML would silently keep the last of two values under one key."""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            name = str(key.value)
            if name in seen:
                raise _refused("key_twice", line=key.start_mark.line + 1, name=name[:40])
            seen.add(name)
            _look_at_keys(value)
    elif isinstance(node, yaml.SequenceNode):
        for entry in node.value:
            _look_at_keys(entry)


def _refused(code: str, **params: str | int) -> SchemeError:
    return SchemeError((Problem("", code, params),))
