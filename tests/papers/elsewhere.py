"""What a published text names for a form and what stands on another paper or is said otherwise, each with its reason."""

COLUMNS: dict[tuple[str, str, str], str] = {}
"""Preset, form and column of its scheme → where it is printed."""

WORDS: dict[tuple[str, str], str] = {}
"""Rule and word of `rules.csv` → where it is printed."""

UNPRINTED: dict[tuple[str, str], str] = {}
"""Preset and form of its scheme without an official form → why."""
