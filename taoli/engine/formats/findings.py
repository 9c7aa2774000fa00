"""Findings of both engines in plain words, Chinese and English; a code without words of its own is listed."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol, TypeAlias

Words: TypeAlias = Mapping[str, tuple[str, str]]
"""Code → the Chinese and the English sentence, with the finding's values; `count_x` is how many ids x lists."""


class Said(Protocol):
    """A finding of either engine."""

    @property
    def code(self) -> str: ...
    @property
    def params(self) -> Mapping[str, Any]: ...


def said(findings: Sequence[Said], words: Words, language: int) -> list[str]:
    """A line for each; language 0 is Chinese, 1 English."""
    return [f"- {sentence(one, words, language)}" for one in findings]


def sentence(found: Said, words: Words, language: int) -> str:
    """The finding in words."""
    plain = {name: _plain(value, language) for name, value in found.params.items()}
    if found.code not in words:
        return " ".join([found.code, *(f"{name}={value}" for name, value in plain.items())])
    counts = {f"count_{name}": len(value) for name, value in found.params.items() if isinstance(value, tuple)}
    return words[found.code][language].format(**plain, **counts)


def _plain(value: object, language: int) -> str:
    return ("、", ", ")[language].join(map(str, value)) if isinstance(value, tuple) else str(value)
