"""A mentor's visits of the term, family by family."""

import uuid
from collections.abc import Collection, Mapping

from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.documents.queries.mentees import Mentored, mentored
from taoli.documents.queries.told import VISITS, Told, by_mentor, by_student, declined, told
from taoli.guidance.phrases import joined
from taoli.roster.models import Term


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:
    """Return a book for each of the mentors within reach; four queries."""
    found = mentored(actor, term, ids)
    rows = by_mentor(told(actor, term, mentors=[one.mentor.pk for one in found], kinds=VISITS))
    refused = declined(actor, term, [pair.student_id for one in found for pair in one.pairs])
    return [Sheet(one.mentor.pk, one.file, _data(one, rows[one.mentor.pk], refused)) for one in found]


def _data(one: Mentored, rows: list[Told], refused: Mapping[uuid.UUID, list[str]]) -> dict[str, object]:
    met = by_student(rows)
    return {
        **one.head,
        "visited": f"{len(met)} 户",
        "families": [
            {**line, **_family(met.get(pair.student_id, []), refused.get(pair.student_id, []))}
            for line, pair in zip(one.head["mentees"], one.pairs, strict=True)  # type: ignore[call-overload] # its own list
        ],
        "visits": [row.line for row in rows],
    }


def _family(rows: list[Told], refused: list[str]) -> dict[str, str]:
    if rows:
        ways = dict.fromkeys(row.visited for row in rows)
        return {"when": joined([row.on for row in rows]), "how": joined(list(ways)), "note": ""}
    if refused:
        return {"when": "", "how": "免访", "note": f"家长 {joined(refused)} 谢绝"}
    return {"when": "", "how": "暂无记录", "note": ""}
