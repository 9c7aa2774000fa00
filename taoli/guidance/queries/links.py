"""Links and codes of families: how they are written, hashed, found again."""

import datetime as dt
import secrets

from django.utils.crypto import constant_time_compare, salted_hmac

from taoli.accounts.services import LETTERS
from taoli.common import clock
from taoli.common.policy import Actor
from taoli.common.tenancy import cross_school
from taoli.guidance.models import FamilyLink
from taoli.matching.queries.codes import MOST_TRIES, WAIT, plain_code

SALT = "taoli.guidance.family_link"
# A link is scanned: 27 letters, 133 bits, of which the first 12 find the row. A code is typed: 10 letters, 49 bits, and
# a check letter, so that a slip of the finger is told from a guess.
LINK_LETTERS, LINK_SELECTOR = 27, 12
CODE_LETTERS, CODE_SELECTOR = 10, 5
WEIGHTS = (1, 3, 7, 9)


def new_link() -> str:
    """Return the secret of a link."""
    return "".join(secrets.choice(LETTERS) for _each in range(LINK_LETTERS))


def new_code() -> str:
    """Return a code for typing, its check letter last: ABCD-EFGH-JKM."""
    body = "".join(secrets.choice(LETTERS) for _each in range(CODE_LETTERS))
    whole = body + check_letter(body)
    return "-".join((whole[:4], whole[4:8], whole[8:]))


def check_letter(body: str) -> str:
    """Return the letter that finds any one mistyped letter, and any two neighbours of the body swapped."""
    total = sum(WEIGHTS[place % len(WEIGHTS)] * LETTERS.index(letter) for place, letter in enumerate(body))
    return LETTERS[total % len(LETTERS)]


def well_typed(text: str) -> bool:
    """Say whether a code has all its letters and the right check letter."""
    whole = plain_code(text)
    known = len(whole) == CODE_LETTERS + 1 and all(letter in LETTERS for letter in whole)
    return known and check_letter(whole[:-1]) == whole[-1]


def kind_of(text: str) -> str:
    """Return what a text in an address is: as long as a link, or a code."""
    return FamilyLink.Kind.LINK if len(plain_code(text)) > CODE_LETTERS + 1 else FamilyLink.Kind.CODE


def selector_of(text: str, kind: str) -> str:
    """Return the part that finds the row."""
    return plain_code(text)[: LINK_SELECTOR if kind == FamilyLink.Kind.LINK else CODE_SELECTOR]


def link_digest(text: str) -> str:
    """Return the keyed hash of a link or code; without the server's secret it can be neither guessed nor checked."""
    return salted_hmac(SALT, plain_code(text), algorithm="sha256").hexdigest()


def near_links(text: str, kind: str) -> list[FamilyLink]:
    """Return the links that begin like this one, of whatever school: the link itself says whose it is."""
    with cross_school("a family's link says which school it is for"):
        rows = FamilyLink.objects.filter(selector=selector_of(text, kind), kind=kind)
        return list(rows.select_related("school", "appointment__school", "appointment__student", "appointment__mentor"))


def right_link(text: str, rows: list[FamilyLink]) -> FamilyLink | None:
    """Return the row of the secret; every candidate is compared, each in constant time."""
    digest = link_digest(text)
    found = [row for row in rows if constant_time_compare(row.digest, digest)]
    return next(iter(found), None)


def rests(row: FamilyLink) -> bool:
    """Say whether so many have tried this one in vain that it rests for some minutes."""
    return row.failures >= MOST_TRIES and row.failed_at is not None and clock.now() - row.failed_at < WAIT


def lapsed(row: FamilyLink, now: dt.datetime) -> bool:
    """Say whether the link has ended."""
    return row.revoked_at is not None or row.expires_at <= now


def family_actor(row: FamilyLink) -> Actor:
    """Return who acts with a link: a family without an account, and nothing but this appointment."""
    return Actor(account_id=None, school_id=row.school_id, person_kind="family", person_id=row.appointment.student_id)
