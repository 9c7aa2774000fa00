"""Codes on certificates of a bureau: how they are made and read, and looking one up."""

import secrets

from django.http import Http404
from django.utils.translation import gettext as _

from taoli.accounts.services import LETTERS
from taoli.common.errors import TaoliError
from taoli.common.models import School
from taoli.matching.queries.codes import plain_code
from taoli.oversight.models import CourseCertificate

PART, PARTS = 4, 3


class UnknownCodeError(TaoliError):
    """No certificate has the code that was typed."""

    def __init__(self) -> None:
        """Say no more than that, whatever is wrong with it."""
        super().__init__(_("No certificate has this code. Please compare it letter by letter."))


def new_code() -> str:
    """Return a code for a certificate, as it is printed."""
    return grouped("".join(secrets.choice(LETTERS) for _each in range(PART * PARTS)))


def grouped(plain: str) -> str:
    """Return letters and digits as they are printed, in groups."""
    return "-".join(plain[start : start + PART] for start in range(0, len(plain), PART))


def get_bureau(code: str) -> School:
    """Return a bureau by its code; 404 otherwise."""
    found = School.objects.filter(code=code, kind=School.Kind.BUREAU).first()
    if found is None:
        raise Http404
    return found


def look_up(bureau_id: int, code: str) -> CourseCertificate:
    """Return the certificate a bureau has issued under a typed code; UnknownCodeError: there is none."""
    rows = CourseCertificate.objects.of(bureau_id).filter(code=grouped(plain_code(code)))
    found = rows.select_related("course", "member", "school").first()
    if found is None:
        raise UnknownCodeError
    return found
