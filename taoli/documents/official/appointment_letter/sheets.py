"""One letter a mentor, with the students of the day."""

import uuid
from collections import Counter
from collections.abc import Collection, Sequence

from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.documents.official.reading import by_class, mentors, pairs_of
from taoli.matching.models import Pairing
from taoli.roster.models import Staff, Term

MOST = 12  # names that stand on one page in large type


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:
    """Return the letter of each of the mentors within reach; a mentor without students is still appointed."""
    pairs = pairs_of(actor, term, ids)
    return [sheet_of(one, pairs.get(one.pk, [])) for one in mentors(actor, ids)]


def sheet_of(mentor: Staff, own: Sequence[Pairing]) -> Sheet:
    """Return one mentor's letter."""
    data = {
        "mentor": mentor.name,
        "count": str(len(own)),
        "task": f"，指导学生 {len(own)} 名" if own else "",
        "students": f"学生：{_students(own)}。" if own else "",
    }
    return Sheet(mentor.pk, f"{mentor.number} {mentor.name}", data)


def _students(own: Sequence[Pairing]) -> str:
    if len(own) <= MOST:
        return by_class(own)
    rooms = Counter(row.school_class.name for row in own)
    return "、".join(f"{room} {count} 名" for room, count in rooms.items())
