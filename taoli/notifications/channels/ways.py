"""What every channel can do: inside (a row, a slip) or outside (a provider is called)."""

import datetime as dt
import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from taoli.notifications.models import Notice
from taoli.notifications.phrases import Outgoing


class Channel(Protocol):
    """A way to receivers. `code` stands in deliveries and in what people quieten."""

    @property
    def code(self) -> str: ...

    def take(self, school_id: int, notices: Sequence[Notice]) -> list[Notice]:
        """Bring these notices of one school to their receivers and return those that it could take."""
        ...


class Trouble(enum.StrEnum):
    """Why a message was not taken, by what follows from it."""

    TEMPORARY = "temporary"  # tried again later
    RATE = "rate"  # the channel rests
    PERSON = "person"  # never again to this address as it is
    SETUP = "setup"  # the channel rests until somebody looks at it
    UNCLEAR = "unclear"  # it may have arrived


class RefusedError(Exception):
    """A provider did not take a message; `code` is its own, never a text of the message."""

    def __init__(self, trouble: Trouble, code: object = "") -> None:
        """Keep what follows and the provider's code."""
        super().__init__(trouble, code)
        self.trouble, self.code = trouble, str(code)[:40]


class Tokens(Protocol):
    """Where an access token is kept between messages and runs."""

    def get(self) -> str:
        """Return the token that is still good, or an empty text."""
        ...

    def put(self, token: str, seconds: int) -> None:
        """Keep a token for so long."""
        ...


@dataclass(frozen=True, slots=True)
class Setup:
    """A school's settings of a channel, opened for the time of a call."""

    values: Mapping[str, str]
    secret: str
    tokens: Tokens


@dataclass(frozen=True, slots=True)
class Field:
    """One setting that may be seen; `options` where there is a choice."""

    name: str
    label: Any
    default: str = ""
    options: tuple[tuple[str, Any], ...] = ()
    needed: bool = True
    help: Any = ""


class Outside(Protocol):
    """A provider of messages to single persons.

    `reached_by`: the kind of address; `repeats`: how long the provider itself drops a second copy of a message (zero:
    it does not); `hosts`: what may be called beside the hosts the server's keeper allows.
    """

    @property
    def code(self) -> str: ...

    @property
    def reached_by(self) -> str: ...

    @property
    def repeats(self) -> dt.timedelta: ...

    @property
    def fields(self) -> tuple[Field, ...]: ...

    @property
    def secret_label(self) -> Any: ...

    def send(self, setup: Setup, address: str, what: Outgoing) -> str:
        """Hand the message over and return the provider's own number for it; RefusedError when it was not taken."""
        ...
