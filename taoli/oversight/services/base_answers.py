"""A school answers to its bureau's base, and the bureau takes the answer in: each in its own fence."""

import re

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.models import School
from taoli.common.policy import Actor, system
from taoli.common.unit import change
from taoli.oversight.models import BaseAnswer, Member
from taoli.oversight.queries.proposals import MOST_PATHS, BaseWord, word_of
from taoli.schemes.models import BaseScheme

PATH = re.compile(r"[\w.-]{1,200}", re.ASCII)
LONGEST = 200


def hand_in_answer(*, by: Actor, base: BaseScheme) -> bool:
    """Tell the bureau how far the school is with its base and where its scheme differs; False when there is nothing
    to tell, or no bureau of that area here. May be called again and again: with each weekly summary, too.
    """
    word = word_of(by.school_id, base)
    bureau = School.objects.filter(kind=School.Kind.BUREAU, area_id=base.area_id).first()
    if word is None or bureau is None:
        return False
    take_in_answer(bureau=bureau, word=word)
    return True


def take_in_answer(*, bureau: School, word: BaseWord) -> BaseAnswer:
    """Keep what a school handed in, in the bureau's fence; a newer word replaces the one before.

    TaoliError: no member school of that code, no such version, a state or a path that is none.
    """
    member = Member.objects.of(bureau).filter(code=word.code, left_on=None).first()
    if member is None:
        raise TaoliError(_("No school of the code %(code)s is a member here.") % {"code": word.code})
    if not _published(bureau, word.version):
        raise TaoliError(_("There is no version %(number)s of the base scheme here.") % {"number": word.version})
    sound = word.state in BaseAnswer.State.values and len(word.paths) <= MOST_PATHS and len(word.reason) <= LONGEST
    if not sound or not all(PATH.fullmatch(path) for path in word.paths):
        raise TaoliError(
            _("This answer to the base scheme cannot be read. Please send it again from the scheme's page.")
        )
    with change(by=system(bureau.pk), action="base.answer", code=word.code, version=word.version, state=word.state):
        said = {"state": word.state, "reason": word.reason, "paths": sorted(set(word.paths)), "at": clock.now()}
        row, _new = BaseAnswer.objects.of(bureau).update_or_create(
            school=bureau, member=member, version=word.version, defaults=said
        )
    return row


def note_base_version(*, bureau: School, member: Member, version: int) -> None:
    """Note what a weekly summary says: which version of the base the school's scheme in force was made of (0: none).

    Only the school's own district counts versions of its own base; any other bureau ignores the number.
    """
    if not version or bureau.area_id != member.district_id:
        return
    if not _published(bureau, version):
        return
    with change(by=system(bureau.pk), action="base.noted", code=member.code, version=version):
        known = {"state": BaseAnswer.State.IN_FORCE, "at": clock.now()}
        rows = BaseAnswer.objects.of(bureau)
        rows.update_or_create(school=bureau, member=member, version=version, defaults=known)


def _published(bureau: School, version: int) -> bool:
    area = bureau.area
    return area is not None and BaseScheme.objects.filter(area=area, version=version).exists()
