"""The bureau of a school that lives on another server."""

from django.utils.translation import gettext as _

from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.oversight.models import BureauLink


def change_link(*, by: Actor, edit: int, name: str, code: str, address: str) -> BureauLink:
    """Note the bureau's name and code, and where its Taoli is (https, or empty: files by hand).

    TaoliError: another kind of address; ConflictError: changed meanwhile.
    """
    plain = address.strip().rstrip("/")
    if plain and not plain.startswith("https://"):
        raise TaoliError(_("The address begins with https://. Leave it empty to bring files."))
    with change(by=by, action="bureau_link.change") as note:
        row = BureauLink.objects.of(by.school_id).select_for_update().first() or BureauLink(school_id=by.school_id)
        if row.edit != edit:
            raise ConflictError(_("Somebody else changed this meanwhile. Please look again."))
        row.name, row.code, row.address = name.strip()[:80], code.strip()[:30], plain[:200]
        row.edit += 1
        row.save()
        note.object_id = row.pk
    return row
