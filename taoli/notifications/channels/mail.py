"""Mail by SMTP, over the school's own mail server or its provider's."""

import contextlib
import datetime as dt
import smtplib
import socket
import ssl
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from email.utils import format_datetime

from django.utils.translation import pgettext_lazy

from taoli.common import clock
from taoli.notifications.channels import net
from taoli.notifications.channels.ways import Field, RefusedError, Setup, Trouble
from taoli.notifications.phrases import Outgoing

PORTS = {"ssl": 465, "starttls": 587, "none": 25}
MAIL_PORTS = frozenset({25, 465, 587, 994, 2525})
PASSING = range(400, 500)


class _Plain(smtplib.SMTP):
    """Connects to the address that was looked at, not to what the name says a moment later."""

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        return socket.create_connection((net.pinned(host, port), port), timeout)


class _Tls(smtplib.SMTP_SSL):
    """The same, with TLS from the first byte."""

    def _get_socket(self, host: str, port: int, timeout: float) -> ssl.SSLSocket:
        plain = socket.create_connection((net.pinned(host, port), port), timeout)
        return ssl.create_default_context().wrap_socket(plain, server_hostname=host)


class Mail:
    """A plain text; mail servers drop no repeats, so one that may have arrived is never sent again by itself."""

    code = "mail"
    reached_by = "mail"
    repeats = dt.timedelta(0)
    secret_label = pgettext_lazy("channel setting", "Password")
    fields = (
        Field("host", pgettext_lazy("channel setting", "Mail server")),
        Field(
            "security",
            pgettext_lazy("channel setting", "Connection"),
            "ssl",
            (
                ("ssl", pgettext_lazy("channel setting", "TLS (port 465)")),
                ("starttls", pgettext_lazy("channel setting", "STARTTLS (port 587)")),
                ("none", pgettext_lazy("channel setting", "unsealed, only inside the school (port 25)")),
            ),
        ),
        Field("port", pgettext_lazy("channel setting", "Port, if another"), needed=False),
        Field("user", pgettext_lazy("channel setting", "Account at the mail server"), needed=False),
        Field("sender", pgettext_lazy("channel setting", "Sender's address")),
    )

    def send(self, setup: Setup, address: str, what: Outgoing) -> str:
        """Hand one mail to the server."""
        values = setup.values
        mail = _mail(values["sender"], address, what)
        server = _open(setup)
        try:
            _ask(lambda: server.mail(values["sender"]), Trouble.SETUP)
            _ask(lambda: server.rcpt(address), Trouble.PERSON)
            _judge(_data(server, mail), Trouble.PERSON)
        finally:
            with contextlib.suppress(OSError):
                server.quit()
            server.close()
        return str(mail["Message-ID"])


def _data(server: smtplib.SMTP, mail: EmailMessage) -> int:
    try:
        return server.data(mail.as_bytes())[0]
    except smtplib.SMTPDataError as refusal:
        return refusal.smtp_code
    except OSError:
        raise RefusedError(Trouble.UNCLEAR, "data") from None


def _open(setup: Setup) -> smtplib.SMTP:
    values = setup.values
    how, host = values["security"], values["host"]
    port = int(values.get("port") or PORTS[how])
    if not net.kept_host(host) and (port not in MAIL_PORTS or how == "none"):
        raise RefusedError(Trouble.SETUP, "host")
    try:
        server = (_Tls if how == "ssl" else _Plain)(host, port, local_hostname="taoli", timeout=net.SECONDS)
    except OSError:
        raise RefusedError(Trouble.TEMPORARY, "connect") from None
    try:
        _enter(server, values, setup.secret)
    except RefusedError:
        server.close()
        raise
    return server


def _enter(server: smtplib.SMTP, values: Mapping[str, str], secret: str) -> None:
    try:
        if values["security"] == "starttls":
            server.starttls(context=ssl.create_default_context())
        if values.get("user"):
            server.login(values["user"], secret)
        else:
            server.ehlo_or_helo_if_needed()
    except smtplib.SMTPAuthenticationError as refusal:
        raise RefusedError(_trouble(refusal.smtp_code, Trouble.SETUP), refusal.smtp_code) from None
    except smtplib.SMTPNotSupportedError:
        raise RefusedError(Trouble.SETUP, "not_supported") from None
    except OSError:
        raise RefusedError(Trouble.TEMPORARY, "connect") from None


def _ask(work: Callable[[], tuple[int, bytes]], otherwise: Trouble) -> None:
    try:
        code, _words = work()
    except OSError:
        raise RefusedError(Trouble.TEMPORARY, "connect") from None
    _judge(code, otherwise)


def _judge(code: int, otherwise: Trouble) -> None:
    if not 200 <= code < 300:  # noqa: PLR2004 the codes of success
        raise RefusedError(_trouble(code, otherwise), code)


def _trouble(code: int, otherwise: Trouble) -> Trouble:
    return Trouble.TEMPORARY if code in PASSING else otherwise


def _mail(sender: str, address: str, what: Outgoing) -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = what.title, sender, address
    mail["Date"] = format_datetime(clock.now())
    mail["Message-ID"] = f"<{what.id}.taoli@{sender.rpartition('@')[2]}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content("\n".join(part for part in (what.title, what.text, what.link) if part) + "\n")
    return mail
