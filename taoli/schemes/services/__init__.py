"""Writes of schemes."""

from taoli.schemes.services.reviewing import approve, remark, send_back, send_for_review, take_back
from taoli.schemes.services.taking import adopt, adopt_base, import_scheme, publish_base, revise, scoring_changes
from taoli.schemes.services.versions import RefusedError, as_printed, publish, set_values, would_be

__all__ = [
    "RefusedError",
    "adopt",
    "adopt_base",
    "approve",
    "as_printed",
    "import_scheme",
    "publish",
    "publish_base",
    "remark",
    "revise",
    "scoring_changes",
    "send_back",
    "send_for_review",
    "set_values",
    "take_back",
    "would_be",
]
