"""Reads of schemes; what later steps call stands here under one name."""

from taoli.schemes.queries.reviews import Review, area_bases, base_rules, loosened_problems, reviewed
from taoli.schemes.queries.versions import (
    PresetRow,
    base_of,
    draft,
    get_preset,
    get_version,
    own_clauses,
    preset,
    preset_keys,
    presets,
    printed,
    published,
    rules,
    since_last,
    to_type,
    versions,
)

__all__ = [
    "PresetRow",
    "Review",
    "area_bases",
    "base_of",
    "base_rules",
    "draft",
    "get_preset",
    "get_version",
    "loosened_problems",
    "own_clauses",
    "preset",
    "preset_keys",
    "presets",
    "printed",
    "published",
    "reviewed",
    "rules",
    "since_last",
    "to_type",
    "versions",
]
