"""A door between a browser and a server that can be shut: no network, for browsers without a switch for it."""

import contextlib
import socket
import threading
from typing import Self
from urllib.parse import urlsplit

CHUNK = 65536


class Door:
    """Listens on a port of its own and passes everything on; shut, it refuses and breaks what is open."""

    def __init__(self, url: str) -> None:
        """Take the address of the server."""
        parts = urlsplit(url)
        self.behind = (parts.hostname or "127.0.0.1", parts.port or 80)
        self.listening: socket.socket | None = None
        self.running: list[socket.socket] = []
        self.port = 0

    @property
    def url(self) -> str:
        """Where the browser goes."""
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        """Open it."""
        self.open()
        return self

    def __exit__(self, *_error: object) -> None:
        """Shut it."""
        self.shut()

    def open(self) -> None:
        """Listen, always on the same port."""
        self.listening = socket.create_server(("127.0.0.1", self.port), reuse_port=True)
        self.port = self.listening.getsockname()[1]
        threading.Thread(target=self._listen, args=(self.listening,), daemon=True).start()

    def shut(self) -> None:
        """Refuse from now on."""
        if self.listening:
            with contextlib.suppress(OSError):
                self.listening.shutdown(socket.SHUT_RDWR)
            self.listening.close()
        for one in self.running:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        self.running.clear()

    def _listen(self, listening: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _address = listening.accept()
                far = socket.create_connection(self.behind)
                self.running += [near, far]
                for one, other in ((near, far), (far, near)):
                    threading.Thread(target=_pass, args=(one, other), daemon=True).start()


def _pass(one: socket.socket, other: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := one.recv(CHUNK):
            other.sendall(data)
    for end in (one, other):
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
