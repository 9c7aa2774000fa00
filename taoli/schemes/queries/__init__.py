"""Reads of schemes; what later steps call stands here under one name."""

from taoli.schemes.queries.versions import (
    PresetRow,
    draft,
    get_preset,
    get_version,
    of_term,
    own_clauses,
    preset,
    presets,
    published,
    rules,
    to_type,
    versions,
)

__all__ = [
    "PresetRow",
    "draft",
    "get_preset",
    "get_version",
    "of_term",
    "own_clauses",
    "preset",
    "presets",
    "published",
    "rules",
    "to_type",
    "versions",
]
