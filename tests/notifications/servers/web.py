"""A provider on this machine: speaks HTTP, remembers what it was asked, can be told to misbehave."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

Reply = tuple[int, dict[str, Any]]


@dataclass
class Asked:
    """One request as it came."""

    method: str
    path: str
    query: dict[str, str]
    body: bytes
    headers: dict[str, str]

    def json(self) -> dict[str, Any]:
        """The body, which has to be a JSON object said to be one."""
        assert self.headers["content-type"].startswith("application/json")
        found = json.loads(self.body)
        assert isinstance(found, dict)
        return found


@dataclass
class Provider:
    """What every provider has: an address, what was taken, and one trouble that comes next.

    `next`: answers given before the real one, each once: a Reply, "hang_up" (takes the message, then breaks off), or
    "redirect".
    """

    base: str = ""
    taken: list[dict[str, Any]] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    next: list[Any] = field(default_factory=list)

    def answer(self, asked: Asked) -> Reply:
        """Say what the provider says."""
        raise AssertionError(asked)

    def sends(self, _asked: Asked) -> bool:
        """Say whether the request sends a message (and not, say, asks for a token)."""
        raise AssertionError(_asked)


@contextmanager
def serving(provider: Provider) -> Iterator[Provider]:
    """Let the provider answer on a port of its own."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._do()

        def do_POST(self) -> None:
            self._do()

        def _do(self) -> None:
            parts = urlsplit(self.path)
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            query = {key: value[0] for key, value in parse_qs(parts.query).items()}
            headers = {key.lower(): value for key, value in self.headers.items()}
            asked = Asked(self.command, parts.path, query, body, headers)
            provider.asked.append(asked)
            trouble = provider.next.pop(0) if provider.next and provider.sends(asked) else None
            if trouble == "redirect":
                self.send_response(302)
                self.send_header("Location", "http://169.254.169.254/latest/")
                self.end_headers()
                return
            reply = provider.answer(asked) if trouble in (None, "hang_up") else trouble
            if trouble == "hang_up":
                self.connection.close()
                return
            status, words = reply
            data = json.dumps(words).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_args: Any) -> None:
            pass

    class Quiet(ThreadingHTTPServer):
        def handle_error(self, *_args: Any) -> None:
            pass

    server = Quiet(("127.0.0.1", 0), Handler)
    provider.base = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.01))
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
