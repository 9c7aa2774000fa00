"""Calls to providers: listed hosts only, resolved once and pinned, TLS, no redirects, small answers."""

import contextlib
import http.client
import ipaddress
import json
import socket
import ssl
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.conf import settings

from taoli.notifications.channels.ways import RefusedError, Trouble

SECONDS = 10
MOST_BYTES = 64 * 1024
MOVED, TOO_MANY, BROKEN = range(300, 400), 429, (500, 503)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the status and the JSON object."""

    status: int
    body: Mapping[str, Any]


def kept_host(host: str) -> bool:
    """Say whether the server's keeper allows the host by name (TAOLI_OUTGOING_HOSTS), wherever it lies."""
    return host.lower() in {one.lower() for one in settings.OUTGOING_HOSTS}


def pinned(host: str, port: int) -> str:
    """Return the one address to connect to; RefusedError: an unknown name, or one with a private address."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise RefusedError(Trouble.TEMPORARY, "resolve") from None
    addresses = [str(one[4][0]) for one in found]
    if not kept_host(host) and not all(ipaddress.ip_address(one.split("%")[0]).is_global for one in addresses):
        raise RefusedError(Trouble.SETUP, "private")
    return addresses[0]


def get(url: str, query: Mapping[str, str], *, hosts: Collection[str]) -> Answer:
    """Ask by GET."""
    return _call("GET", f"{url}?{urlencode(query)}", b"", {}, hosts)


def post(url: str, body: object, *, hosts: Collection[str], headers: Mapping[str, str] | None = None) -> Answer:
    """Send JSON by POST; `body` as bytes goes as it is (it has been signed)."""
    data = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
    return _call("POST", url, data, {"Content-Type": "application/json; charset=utf-8", **(headers or {})}, hosts)


def _call(method: str, url: str, data: bytes, headers: Mapping[str, str], hosts: Collection[str]) -> Answer:
    parts = urlsplit(url)
    host = parts.hostname or ""
    if not kept_host(host) and (host not in hosts or parts.scheme != "https"):
        raise RefusedError(Trouble.SETUP, "host")
    secure = parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    connection = _connect(host, port, secure=secure)
    try:
        target = parts.path + (f"?{parts.query}" if parts.query else "")
        connection.request(method, target or "/", body=data or None, headers={"Host": parts.netloc, **headers})
        with contextlib.closing(connection.getresponse()) as answer:
            status, text = answer.status, answer.read(MOST_BYTES + 1)
    except (OSError, http.client.HTTPException):
        raise RefusedError(Trouble.UNCLEAR, "broken") from None
    finally:
        connection.close()
    return _read(status, text)


def _connect(host: str, port: int, *, secure: bool) -> http.client.HTTPConnection:
    connection = http.client.HTTPConnection(host, port, timeout=SECONDS)
    try:
        plain = socket.create_connection((pinned(host, port), port), timeout=SECONDS)
        connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host) if secure else plain
    except OSError:
        raise RefusedError(Trouble.TEMPORARY, "connect") from None
    return connection


def _read(status: int, text: bytes) -> Answer:
    if status in MOVED:
        raise RefusedError(Trouble.SETUP, "redirect")
    if status == TOO_MANY:
        raise RefusedError(Trouble.RATE, status)
    try:
        body = json.loads(text) if len(text) <= MOST_BYTES else None
    except ValueError:
        body = None
    if not isinstance(body, dict):
        # An answer that cannot be read says nothing of whether the message was taken.
        raise RefusedError(Trouble.TEMPORARY if status in BROKEN else Trouble.UNCLEAR, status)
    return Answer(status, body)
