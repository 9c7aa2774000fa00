"""Which functions work where the server stands, and what takes the place of the others.

A row stands here only once its function exists: an app that adds one (a link for parents, a message) adds its row.
"""

import enum
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from taoli.common.pages import REGISTRY


class Place(enum.StrEnum):
    """The three supported places (TAOLI_PLACE)."""

    CAMPUS = "campus"
    PUBLIC = "public"
    BUREAU = "bureau"


@dataclass(frozen=True)
class Function:
    """One thing people do, whether it works here, and how, or what takes its place."""

    title: str
    works: bool
    sentence: str


@dataclass(frozen=True)
class Row:
    """A function by its page, with the sentences for where it works and where it does not."""

    page: str
    outside: bool  # needs the server to be reached from outside the campus
    words: Callable[[], tuple[str, str, str]]
    secure: bool = False  # needs HTTPS: browsers allow it nowhere else


def place_of(text: str) -> Place:
    """Return the place a setting names; a word of no place counts as the narrowest, campus."""
    return Place(text) if text in set(Place) else Place.CAMPUS


def place_words(place: Place) -> tuple[str, str]:
    """Return a place's name and one sentence about it."""
    return {
        Place.CAMPUS: (
            _("on the campus network only"),
            _("Whoever is at school reaches it; nobody outside does, and nothing leaves the school."),
        ),
        Place.PUBLIC: (
            _("on a public host with a filed domain"),
            _("It is reached from anywhere, so it needs HTTPS, a filed domain and a backup elsewhere."),
        ),
        Place.BUREAU: (
            _("hosted by the bureau for many schools"),
            _("The bureau runs server, backups and updates; each school sees only its own."),
        ),
    }[place]


def _record() -> tuple[str, str, str]:
    return _("Recording at school"), _("From any phone or computer in the school's network."), ""


def _draft() -> tuple[str, str, str]:
    return (
        _("A broken connection while writing"),
        _("What was typed stays on the device and comes back when the page is opened again."),
        "",
    )


def _offline() -> tuple[str, str, str]:
    return (
        _("Recording without a network"),
        _("On a phone of one's own, after it has been switched on there; it is sent by itself later."),
        _("Set up HTTPS on this server; until then what was typed stays on the device and is saved later by hand."),
    )


def _outside_record() -> tuple[str, str, str]:
    return (
        _("Recording at home or on a home visit"),
        _("From a phone, anywhere."),
        _("Write it down the next day at school: the record takes the day on which it took place."),
    )


def _family() -> tuple[str, str, str]:
    return (
        _("Parents look at their child's page at home"),
        _("With their own account, from a phone."),
        _("Parents hear it by telephone, on home visits and at parents' evenings; the register can be printed."),
    )


def _wishes() -> tuple[str, str, str]:
    return (
        _("Students choose mentors at home"),
        _("With their own account, from a phone."),
        _("Students choose in the computer room; or wishes collected on paper are imported as a workbook."),
    )


def _family_wishes() -> tuple[str, str, str]:
    return (
        _("Families choose together with their child"),
        _("Without an account, through the link of a printed slip."),
        _("Students choose in the computer room or on coded paper sheets."),
    )


def _outside_notices() -> tuple[str, str, str]:
    return (
        _("Notices by mail, WeCom, DingTalk, Feishu or text message"),
        _("Their number and a link, never a content; the office sets up the channels."),
        _("Notices stand in Taoli and on printed slips; the school's own mail server can be used."),
    )


def _paper() -> tuple[str, str, str]:
    return _("Without a smartphone"), _("Mentors tick on paper; the office types a page in a minute."), ""


def _family_visits() -> tuple[str, str, str]:
    return (
        _("Families answer an offered appointment"),
        _("Without an account, by the link or the code of a slip."),
        _("Families answer on the slip or by telephone; whoever hears it enters it in two taps."),
    )


ROWS = (
    Row("guidance:record_new", outside=False, words=_record),
    Row("guidance:record_new", outside=False, words=_draft),
    Row("guidance:offline_device", outside=False, words=_offline, secure=True),
    Row("guidance:record_new", outside=True, words=_outside_record),
    Row("home:family_home", outside=True, words=_family),
    Row("matching:wish_edit", outside=True, words=_wishes),
    Row("matching:family_choose", outside=True, words=_family_wishes),
    Row("notifications:channel_list", outside=True, words=_outside_notices),
    Row("guidance:tick_list", outside=False, words=_paper),
    Row("guidance:visit_answer", outside=True, words=_family_visits),
)


def functions(place: Place) -> list[Function]:
    """Return what works and what does not where the server stands; only functions this program has."""
    found = []
    for row in ROWS:
        if row.page in REGISTRY:
            title, here, instead = row.words()
            works = (not row.outside or place is not Place.CAMPUS) and (settings.HTTPS or not row.secure)
            sentence = here if works else _("Instead: %(what)s") % {"what": instead}
            found.append(Function(title, works, sentence))
    return found
