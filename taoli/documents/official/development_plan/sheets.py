"""A student's goals, what the student likes, and what the term's activities were."""

import uuid
from collections.abc import Collection

from taoli.common.policy import Actor
from taoli.common.views_log import log_view
from taoli.documents.official.layout import Sheet
from taoli.documents.queries.grown import PAGE, Aim, aims, step_lines
from taoli.documents.queries.mentees import Mentee, mentees
from taoli.documents.queries.told import TOGETHER, Told, by_student, told
from taoli.guidance.phrases import joined, strength_words
from taoli.roster.models import Term


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:
    """Return a plan for each of the students within reach; six queries and the logs'."""
    found = mentees(actor, term, ids)
    people = [one.student.pk for one in found]
    others = [one.student.pk for one in found if one.student.strengths and one.student.mentor_id != actor.person_id]
    log_view(actor, "roster.student", others, page=PAGE)
    goals = aims(actor, term, people)
    rows = by_student(told(actor, term, students=people, kinds=TOGETHER))
    return [
        Sheet(one.student.pk, one.file, _data(one, goals.get(one.student.pk, []), rows[one.student.pk]))
        for one in found
    ]


def _data(one: Mentee, goals: list[Aim], rows: list[Told]) -> dict[str, object]:
    return {
        **one.head,
        "aims": "；".join(aim.said for aim in goals),
        "interests": joined(strength_words(one.student.strengths)),
        "activities": "；".join(f"{row.on} {row.theme or row.way}" for row in rows if row.readable),
        "steps": step_lines(goals),
    }
