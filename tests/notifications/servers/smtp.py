"""A mail server on this machine: EHLO, AUTH, MAIL, RCPT, DATA, one answer a line, and troubles on demand."""

import base64
import email
import email.policy
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage


@dataclass
class MailServer:
    """Takes mail of `notice@school.test` (password `s3cret`) to everybody but `nobody@…`.

    `next`: replies given once instead, by command ("RCPT": "451 …"); "hang_up" at DATA takes the mail and breaks off.
    """

    host: str = "127.0.0.1"
    port: int = 0
    taken: list[EmailMessage] = field(default_factory=list)
    next: dict[str, str] = field(default_factory=dict)


class Handler(socketserver.StreamRequestHandler):
    """One connection."""

    told: MailServer

    def handle(self) -> None:
        self.known, self.sender, self.to = False, "", ""
        self.say("220 mail.school.test ESMTP")
        while line := self.rfile.readline().decode().rstrip("\r\n"):
            word = line.split(" ")[0].upper()
            if word in self.told.next and word != "DATA":
                self.say(self.told.next.pop(word))
            elif not self.do(word, line):
                return

    def say(self, *lines: str) -> None:
        self.wfile.write("".join(f"{line}\r\n" for line in lines).encode())

    def do(self, word: str, line: str) -> bool:
        if word == "EHLO":
            self.say("250-mail.school.test", "250-AUTH PLAIN", "250 8BITMIME")
        elif word == "AUTH":
            _empty, user, password = base64.b64decode(line.split(" ")[2]).decode().split("\0")
            self.known = (user, password) == ("notice", "s3cret")
            self.say("235 2.7.0 ok" if self.known else "535 5.7.8 authentication failed")
        elif word == "MAIL":
            self.say("250 ok" if self.known else "530 5.7.0 authentication required")
        elif word == "RCPT":
            self.to = line.partition("<")[2].partition(">")[0]
            self.say("550 5.1.1 no such user" if self.to.startswith("nobody") else "250 ok")
        elif word == "DATA":
            return self.data()
        elif word in {"RSET", "NOOP"}:
            self.say("250 ok")
        elif word == "QUIT":
            self.say("221 bye")
            return False
        else:
            self.say("502 not known")
        return True

    def data(self) -> bool:
        self.say("354 go on")
        lines: list[bytes] = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line[1:] if line.startswith(b".") else line)
        mail = email.message_from_bytes(b"".join(lines), policy=email.policy.default)
        assert isinstance(mail, EmailMessage)
        assert mail["To"] == self.to
        trouble = self.told.next.pop("DATA", "")
        if trouble and trouble != "hang_up":
            self.say(trouble)
            return True
        self.told.taken.append(mail)
        if not trouble:
            self.say("250 2.0.0 queued")
        return not trouble


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """Serve on a port of its own."""
    told = MailServer()

    class Own(Handler):
        pass

    Own.told = told
    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Own)
    server.daemon_threads = True
    told.port = server.server_address[1]
    thread = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.01))
    thread.start()
    try:
        yield told
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
