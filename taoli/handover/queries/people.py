"""Students by what the office types."""

from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.roster.models import Student


def one_student(school_id: int, text: str) -> Student:
    """Return the present student of this number or name; TaoliError: nobody, or several of one name."""
    rows = Student.objects.of(school_id).filter(left_on=None)
    found = list(rows.filter(number=text.strip())[:1]) or list(rows.filter(name=text.strip())[:2])
    if len(found) > 1:
        raise TaoliError(_("Several students have this name. Please write the number."))
    if not found:
        raise TaoliError(_("Nobody fits: please check the number, and whether the student is at school."))
    return found[0]
