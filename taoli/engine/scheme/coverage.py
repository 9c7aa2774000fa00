"""Which rules of the published text a preset accounts for."""

from collections.abc import Iterator
from typing import Any

from taoli.engine.scheme.clauses import LOCAL_RULE
from taoli.engine.scheme.model import Scheme
from taoli.engine.scheme.reading import dump


def rules_accounted(scheme: Scheme) -> frozenset[str]:
    """Ids of every rule that is data here, a feature, a text, or named as not modelled with a reason."""
    return frozenset(_rules(dump(scheme))) - {LOCAL_RULE}


def _rules(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("rule"), str):
            yield node["rule"]
        for name, value in node.items():
            if name == "features":
                yield from value
            else:
                yield from _rules(value)
    elif isinstance(node, list):
        for entry in node:
            yield from _rules(entry)
