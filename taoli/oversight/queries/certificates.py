"""Looking a certificate up by its code."""

from django.http import Http404
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.models import School
from taoli.oversight.models import CourseCertificate


def get_bureau(code: str) -> School:
    """Return a bureau by its code; 404 otherwise."""
    found = School.objects.filter(code=code, kind=School.Kind.BUREAU).first()
    if found is None:
        raise Http404
    return found


def look_up(bureau_id: int, code: str) -> CourseCertificate:
    """Return the certificate a bureau has issued under a code. TaoliError: there is none."""
    rows = CourseCertificate.objects.of(bureau_id).filter(code=code.upper())
    found = rows.select_related("course", "member", "school").first()
    if found is None:
        raise TaoliError(_("No certificate has this code. Please compare it sign by sign."))
    return found
