"""Structured logs: one JSON line an event, allow-listed keys, never a person's data."""

import logging
import time
import uuid
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from pythonjsonlogger.json import JsonFormatter

log = logging.getLogger("taoli.request")

KEYS = ("method", "page", "status", "ms", "request_id", "account", "job", "count", "school")


class JsonLines(JsonFormatter):
    """Format a record with time, level, logger, message and the allowed keys only."""

    def process_log_record(self, log_data: dict[str, Any]) -> dict[str, Any]:
        """Drop every key that is not on the list."""
        fixed = ("message", "exc_info", "timestamp", "level", "name")
        return {key: value for key, value in log_data.items() if key in {*KEYS, *fixed} and value not in (None, "")}

    def __init__(self, *_args: Any, **_kwargs: Any) -> None:
        """Set the shape of a line."""
        super().__init__(
            "%(levelname)s %(name)s %(message)s",
            rename_fields={"levelname": "level"},
            timestamp=True,
            json_ensure_ascii=False,
        )


class RequestLog:
    """Write one line a request, by page name and never by address (an address may hold a name)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Keep the next step."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Time the request and log it."""
        started = time.perf_counter()
        request_id = uuid.uuid4().hex[:12]
        answer = self.get_response(request)
        answer.headers["X-Request-Id"] = request_id
        match = request.resolver_match
        log.info(
            "request",
            extra={
                "method": request.method,
                "page": match.view_name if match else "",
                "status": answer.status_code,
                "ms": round((time.perf_counter() - started) * 1000),
                "request_id": request_id,
            },
        )
        return answer
