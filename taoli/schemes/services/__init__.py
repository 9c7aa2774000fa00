"""Writes of schemes."""

from taoli.schemes.services.proposals import going_along, take_over
from taoli.schemes.services.reviewing import approve, remark, send_back, send_for_review, take_back
from taoli.schemes.services.taking import (
    adopt,
    adopt_base,
    decline_base,
    import_scheme,
    publish_base,
    revise,
    scoring_changes,
)
from taoli.schemes.services.versions import RefusedError, as_printed, publish, set_values, would_be

__all__ = [
    "RefusedError",
    "adopt",
    "adopt_base",
    "approve",
    "as_printed",
    "decline_base",
    "going_along",
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
    "take_over",
    "would_be",
]
