"""What a kind of notice is."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import formats, timezone

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind is called where it can be quietened, and how its sentence is made.

    `safety`: may come at night and cannot be quietened.
    """

    label: Any
    sentence: Callable[[Values], str]
    safety: bool = False
    private: bool = False  # that there was such a notice is nobody else's to know: in no count
    hidden: bool = False  # nor that a message left because of it: in no log of deliveries either


def plain(sentence: Any) -> Callable[[Values], str]:
    """Return what fills a sentence with the values as they are."""
    return lambda values: str(sentence) % values


def one_of(name: str, sentences: Mapping[str, Any]) -> Callable[[Values], str]:
    """Return what takes the sentence that the value of this name chooses, and fills it with the values."""
    return lambda values: str(sentences[values[name]]) % values


def moment(text: str) -> str:
    """Write a moment, given in ISO form, as day and time of the school's clock: 11月25日 12:20."""
    return formats.date_format(timezone.localtime(dt.datetime.fromisoformat(text)), "SHORT_DATETIME_FORMAT")


def day(text: str) -> str:
    """Write a day, given in ISO form: 11月25日."""
    return formats.date_format(dt.date.fromisoformat(text), "MONTH_DAY_FORMAT")
