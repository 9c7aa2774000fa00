"""A mentor's term in figures: how often what, with how many students."""

import uuid
from collections import defaultdict
from collections.abc import Collection

from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.documents.queries.mentees import Mentored, mentored
from taoli.documents.queries.told import TOGETHER, Told, by_mentor, together, told
from taoli.roster.models import Term


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:
    """Return a summary for each of the mentors within reach; three queries."""
    found = mentored(actor, term, ids)
    rows = by_mentor(told(actor, term, mentors=[one.mentor.pk for one in found]))
    return [Sheet(one.mentor.pk, one.file, _data(one, rows[one.mentor.pk])) for one in found]


def _data(one: Mentored, rows: list[Told]) -> dict[str, object]:
    with_several = together(row for row in rows if row.kind in TOGETHER)
    return {**one.head, "facts": facts(rows), "activities": [same.line for same in with_several]}


def facts(rows: list[Told]) -> list[dict[str, str]]:
    """Return way → how often and with how many; a talk with three at once is one."""
    ways: dict[str, list[Told]] = defaultdict(list)
    for row in rows:
        ways[row.way].append(row)
    return [
        {
            "way": way,
            "times": f"{len({row.occasion for row in same})} 次",
            "students": f"{len({row.student_id for row in same})} 人",
        }
        for way, same in sorted(ways.items(), key=lambda item: -len(item[1]))
    ]
