"""Which rules of the published text a preset accounts for."""

import re
from collections.abc import Iterator
from typing import Any

from taoli.engine.scheme.model import Scheme
from taoli.engine.scheme.reading import dump

PUBLISHED = re.compile(r"[A-Z]{1,2}-\d{2}$")


def rules_accounted(scheme: Scheme) -> frozenset[str]:
    """Ids of every rule that is data here, a feature, a text, or named as not modelled with a reason."""
    return frozenset(_rules(dump(scheme)))


def _rules(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if PUBLISHED.match(str(node.get("rule"))):
            yield node["rule"]
        for name, value in node.items():
            if name == "features":
                yield from value
            else:
                yield from _rules(value)
    elif isinstance(node, list):
        for entry in node:
            yield from _rules(entry)
