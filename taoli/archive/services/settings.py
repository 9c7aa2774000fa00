"""How the school keeps its archive."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from taoli.archive.models import ArchiveSettings, GrowthEntry
from taoli.archive.permissions import STORY
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change


def change_settings(
    *, by: Actor, sections: Sequence[str], family_reads: bool, family_writes: bool, edit: int
) -> ArchiveSettings:
    """Say which sections are kept, in which order, and what families read and write.

    What stands in a section that is switched off stays there and is shown again when it is switched on. TaoliError: no
    section at all; ConflictError: changed on another page meanwhile.
    """
    if not STORY.may(by, "settle"):
        raise TaoliError(_("Only the moral office settles this."))
    with change(by=by, action="archive.settle", family_reads=family_reads, family_writes=family_writes):
        row = ArchiveSettings.objects.of(by.school_id).select_for_update(of=("self",)).first()
        if (row.edit if row else 0) != edit:
            raise ConflictError(_("These settings were changed on another page meanwhile. Please look again."))
        kept = [key for key in dict.fromkeys(sections) if key in GrowthEntry.Section.values]
        if not kept:
            raise TaoliError(_("Please keep at least one section."))
        row = row or ArchiveSettings(school_id=by.school_id, edit=0)
        row.sections, row.family_reads, row.family_writes, row.edit = kept, family_reads, family_writes, row.edit + 1
        row.save()
    return row
