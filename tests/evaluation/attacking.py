"""T-04: whoever has every table of every night, and after closing the opened ballots, tries to say whose each was."""

import random
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import connection

from taoli.evaluation.models import BallotToken, Survey
from taoli.evaluation.queries.comments import opened_text
from taoli.evaluation.queries.urn import _opened, key_of
from taoli.evaluation.services.closing import close_survey
from taoli.evaluation.services.voting import cast
from taoli.roster.models import Student
from tests.evaluation.surveying import asked, open_survey
from tests.world import World

Dump = dict[str, list[dict[str, str]]]
NIGHTS, PER_NIGHT = 20, 2
VOTERS = NIGHTS * PER_NIGHT
QUESTIONS: list[dict[str, Any]] = [
    {"key": "tens", "kind": "scale", "text": "一", "most": 10, "scored": True},
    {"key": "ones", "kind": "scale", "text": "二", "most": 10},
    {"key": "words", "kind": "text", "text": "三", "required": False},
]


@dataclass
class Term:
    """What the attacker has, and (to judge the guesses) who cast what."""

    nights: list[Dump] = field(default_factory=list)
    spent: list[list[str]] = field(default_factory=list)
    end: Dump = field(default_factory=dict)
    ballots: dict[str, int] = field(default_factory=dict)  # id in the last dump → the content's number
    texts: dict[str, int] = field(default_factory=dict)
    truth: dict[str, int] = field(default_factory=dict)  # token → the content's number


def dump() -> Dump:
    """Every table as it lies there, with the place of each row."""
    place = "ctid" if connection.vendor == "postgresql" else "rowid"
    found: Dump = {}
    cursor = connection.connection.cursor()
    for model in apps.get_models():
        table = model._meta.db_table
        cursor.execute(f'SELECT {place} AS place, * FROM "{table}"')  # noqa: S608
        names = [one[0] for one in cursor.description]
        found[table] = [dict(zip(names, map(str, row), strict=True)) for row in cursor.fetchall()]
    return found


def played(world: World) -> Term:
    """Play a term: everybody is asked, a few vote each day, a dump each night; then the survey closes."""
    term, chance = Term(), random.Random(11)  # noqa: S311
    survey = open_survey(world, questions=QUESTIONS)
    tokens = [asked(world, survey, _voter(world, number), "王敏") for number in range(VOTERS)]
    numbers = list(range(VOTERS))
    chance.shuffle(tokens)
    chance.shuffle(numbers)
    for night in range(NIGHTS):
        tonight = tokens[night * PER_NIGHT : (night + 1) * PER_NIGHT]
        for token in tonight:
            number = numbers.pop()
            term.truth[_plain(token.pk)] = number
            _vote(token, number)
        term.nights.append(dump())
        term.spent.append([_plain(token.pk) for token in tonight])
    close_survey(by=world.office, survey_id=survey.pk)
    term.end = dump()
    _open(world, Survey.objects.of(world.school).get(pk=survey.pk), term)
    return term


def _voter(world: World, number: int) -> uuid.UUID:
    room = world.classes["高一(1)班"]
    return Student.objects.create(
        school=world.school, number=f"V{number:03}", name=f"某生{number}", school_class=room
    ).pk


def _vote(token: BallotToken, number: int) -> None:
    answers = {"tens": number // 10 + 1, "ones": number % 10 + 1, "words": f"第{number}句"}
    cast(token=token, answers=[{"mentor": token.about[0], "answers": answers}])


def _open(world: World, survey: Survey, term: Term) -> None:
    from taoli.evaluation.models import Ballot, SurveyComment

    cipher = key_of(survey)
    for row in Ballot.objects.of(world.school).filter(survey=survey):
        given = _opened(cipher, survey, row.pk, row.sealed)["answers"]
        term.ballots[_plain(row.pk)] = (given["tens"] - 1) * 10 + given["ones"] - 1
    for comment in SurveyComment.objects.of(world.school).filter(survey=survey).select_related("survey"):
        term.texts[_plain(comment.pk)] = int(opened_text(comment)[1:-1])


def _plain(value: Any) -> str:
    return str(value).replace("-", "")


def by_rank(term: Term) -> dict[str, int]:
    """Link by order: tokens by anything that orders them, contents by anything that orders theirs; return how many are
    right for each pair of orders.
    """
    last = {row["id"].replace("-", ""): row for row in term.nights[-1]["evaluation_ballottoken"]}
    voted = [pk for night in term.spent for pk in night]
    orders: dict[str, list[str]] = {"nights": voted}
    for column in next(iter(last.values())):
        orders[column] = sorted(voted, key=lambda pk: _key(last[pk][column]))
    hits = {}
    for name, kinds in (("evaluation_ballot", term.ballots), ("evaluation_surveycomment", term.texts)):
        rows = {row["id"].replace("-", ""): row for row in term.end[name] if row["id"].replace("-", "") in kinds}
        for column in next(iter(rows.values())):
            for key in (_key, len):
                listed = sorted(rows, key=lambda pk: key(rows[pk][column]))
                for order, people in orders.items():
                    pairs = zip(people, listed, strict=True)
                    right = sum(term.truth[person] == kinds[pk] for person, pk in pairs)
                    hits[f"{name}.{column} {key.__name__} by {order}"] = right
    return hits


def by_night(term: Term) -> dict[str, int]:
    """Link by nights: contents in any order, cut as the nights were; how many lie in their voter's night."""
    night_of = {term.truth[pk]: night for night, people in enumerate(term.spent) for pk in people}
    hits = {}
    for name, kinds in (("evaluation_ballot", term.ballots), ("evaluation_surveycomment", term.texts)):
        rows = {row["id"].replace("-", ""): row for row in term.end[name] if row["id"].replace("-", "") in kinds}
        for column in next(iter(rows.values())):
            listed = sorted(rows, key=lambda pk: _key(rows[pk][column]))
            hits[f"{name}.{column}"] = sum(night_of[kinds[pk]] == at // PER_NIGHT for at, pk in enumerate(listed))
    return hits


def by_neighbours(term: Term) -> list[str]:
    """Find rows, of any table and night, that name a voter's token beside a ballot, and ballots that outlive closing."""
    kept = {*term.ballots, *term.texts}
    sealed = {row["sealed"] for row in term.end["evaluation_ballot"]}
    found = []
    for night in [*term.nights, term.end]:
        open_ones = {row["id"].replace("-", "") for row in night["evaluation_ballot"]}
        for table, rows in night.items():
            for row in rows:
                text = " ".join(row.values()).replace("-", "")
                people = [pk for pk in term.truth if pk in text]
                if people and any(pk in text for pk in (*open_ones, *kept)):
                    found.append(f"{table}: a voter beside a ballot")
                if night is not term.end and (any(pk in text for pk in kept) or row.get("sealed") in sealed):
                    found.append(f"{table}: a ballot of the end in an open night")
    return found


def _key(text: str) -> Any:
    return (0, float(text), "") if _is_number(text) else (1, 0.0, text)


def _is_number(text: str) -> bool:
    return text.isdecimal()


def worst(hits: dict[str, int]) -> tuple[str, int]:
    """Return the best of the attacker's orders."""
    return max(hits.items(), key=lambda one: one[1])


Attack = Callable[[Term], dict[str, int]]
ATTACKS: Sequence[Attack] = (by_rank, by_night)
