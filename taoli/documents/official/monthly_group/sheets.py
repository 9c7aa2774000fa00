"""The groups that are mentored as such: members within reach, what they did together."""

import uuid
from collections import defaultdict
from collections.abc import Collection

from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.documents.queries.mentees import day_of
from taoli.documents.queries.told import Told, months, together, told
from taoli.guidance.phrases import joined
from taoli.matching.models import Pairing
from taoli.matching.queries.pairings import pairings
from taoli.roster.models import Term

KINDS = ("group_talk", "group_activity", "practice")


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:
    """Return a sheet for each of the groups with students within reach; two queries."""
    groups: dict[uuid.UUID, list[Pairing]] = defaultdict(list)
    for pair in pairings(actor, on=day_of(term)).filter(group_id__in=list(ids)):
        if pair.group_id:
            groups[pair.group_id].append(pair)
    members = {pair.student_id: pk for pk, pairs in groups.items() for pair in pairs}
    held: dict[uuid.UUID, list[Told]] = defaultdict(list)
    for row in told(actor, term, students=list(members), kinds=KINDS):
        held[members[row.student_id]].append(row)
    return [_sheet(pk, pairs, held[pk]) for pk, pairs in groups.items()]


def _sheet(pk: uuid.UUID, pairs: list[Pairing], rows: list[Told]) -> Sheet:
    first = pairs[0]
    name = first.group.name if first.group else ""
    names = [{"student": pair.student.name} for pair in pairs]
    head = {
        "group": name,
        "room": first.school_class.name,
        "mentor": joined(list(dict.fromkeys(pair.mentor.name for pair in pairs))),
        "count": f"{len(pairs)} 人",
        "members": names,
    }
    data = {
        "notes": [] if rows else [f"{name}本学期暂无小组记录。"],
        "months": [
            {**head, "month": month, "lines": [same.line for same in together(held)]} for month, held in months(rows)
        ],
    }
    return Sheet(pk, f"{first.school_class.name} {name}", data)
