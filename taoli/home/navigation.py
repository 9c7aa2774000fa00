"""Where one can go, in the order of the flow, and what the shell of every page shows."""

from typing import Any

from django.http import HttpRequest


def shell(request: HttpRequest) -> dict[str, Any]:
    """Context of every page."""
    return {"shell": {"nav": [], "tabs": [], "school": "", "term": "", "person": "", "demo": None}}
