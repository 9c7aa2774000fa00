"""Closed surveys of the demo: what students and families said of their mentors, through the urn and its closing."""

import datetime as dt
from collections.abc import Iterator
from random import Random
from typing import Any

from taoli.common import clock
from taoli.common.policy import Actor, Held, Role
from taoli.common.unit import change
from taoli.evaluation.models import Ballot, Questionnaire, Survey
from taoli.evaluation.queries.comments import comments, opened_text
from taoli.evaluation.services.closing import close_survey
from taoli.evaluation.services.comments import release_comment
from taoli.evaluation.services.urn import ballot, new_key
from taoli.matching.queries.pairings import pairing_facts
from taoli.rehearsal.services.people import Loaded

OPENS, CLOSES = dt.date(2026, 11, 9), dt.date(2026, 11, 20)
BATCH, SEED, RELEASED = 500, 8, 3
# Fewer families answer than students: a few mentors have too few answers of families to be scored on them.
ANSWER = {"student": 0.88, "guardian": 0.55}
TITLES = {"student": "期中学生问卷", "guardian": "期中家长问卷"}
OVERALL = {"key": "overall", "kind": "scale", "text": "总的来说，导师对你（孩子）有帮助吗", "most": 5, "scored": True}
QUESTIONS: list[dict[str, Any]] = [
    OVERALL,
    {
        "key": "knows",
        "kind": "choice",
        "text": "你知道谁是你（孩子）的导师吗",
        "options": ["知道", "不太清楚", "不知道"],
        "indicator": "knows_mentor",
        "good": [0],
    },
    {
        "key": "useful",
        "kind": "scale",
        "text": "导师制对成长有用",
        "most": 5,
        "indicator": "useful",
        "good": [4, 5],
    },
    {"key": "words", "kind": "text", "text": "还想说的话", "required": False},
]
MARKS, MARK_WEIGHTS = (5, 4, 3, 2, 1), (46, 34, 13, 5, 2)
KNOWS_WEIGHTS = (90, 8, 2)
WORDS = (
    "老师每次都听我把话说完。",
    "希望午休时能多聊一会儿。",
    "上次和{name}一起去操场走，聊得很开心。",
    "学习方法讲得很细，谢谢老师。",
    "有时候找不到人，能不能说好固定的时间。",
    "孩子回家愿意讲学校的事了。",
    "希望也多问问睡眠和运动。",
    "家访之后，孩子放松了不少。",
)


def load_closed(loaded: Loaded) -> None:
    """Close one survey of students and one of families; a few of their texts are released, the others wait; once."""
    if Survey.objects.of(loaded.school).filter(title__in=TITLES.values()).exists():
        return
    chance = Random(SEED)
    for source, title in TITLES.items():
        survey = _survey(loaded, source, title)
        contents = list(_contents(loaded, chance, ANSWER[source]))
        with change(by=loaded.by, action="rehearsal.load_closed", object_id=survey.pk):
            Ballot.objects.bulk_create((ballot(survey, one) for one in contents), batch_size=BATCH)
            Survey.objects.of(loaded.school).filter(pk=survey.pk).update(answered=len(contents))
        close_survey(by=loaded.by, survey_id=survey.pk)
    _release(loaded)


def _survey(loaded: Loaded, source: str, title: str) -> Survey:
    with change(by=loaded.by, action="rehearsal.load_survey"):
        sheet = Questionnaire.objects.create(
            school=loaded.school, title=title, source=source, questions=QUESTIONS, created_at=clock.now()
        )
        people = len(pairing_facts(loaded.school.pk, loaded.term))
        survey = Survey(
            school=loaded.school,
            term=loaded.term,
            questionnaire=sheet,
            title=title,
            source=source,
            questions=QUESTIONS,
            state=Survey.State.OPEN,
            opens_on=OPENS,
            closes_on=CLOSES,
            population=people,
            asked=people,
        )
        new_key(survey)
        survey.save(force_insert=True)
    return survey


def _contents(loaded: Loaded, chance: Random, share: float) -> Iterator[dict[str, Any]]:
    numbers = {str(staff.pk): number for number, staff in loaded.staff.items()}
    rows = pairing_facts(loaded.school.pk, loaded.term)
    for pairing in sorted(rows, key=lambda one: numbers[one.mentor_id]):  # the same answers in every demo
        if chance.random() > share:
            continue
        answers: dict[str, Any] = {
            "overall": chance.choices(MARKS, MARK_WEIGHTS)[0],
            "knows": chance.choices((0, 1, 2), KNOWS_WEIGHTS)[0],
            "useful": chance.choices(MARKS, MARK_WEIGHTS)[0],
        }
        if chance.random() < 1 / BATCH * 20:
            answers["words"] = chance.choice(WORDS).format(name=loaded.made.students[0].name)
        yield {"mentor": pairing.mentor_id, "grade": pairing.grade_id, "answers": answers}


def _release(loaded: Loaded) -> None:
    """Release the texts on the mentor whom the demo shows, and a few others."""
    mentor = loaded.staff[loaded.made.offices["mentor"]]
    reviewer = Actor(account_id=None, school_id=loaded.school.pk, roles=(Held(Role.MORAL_OFFICE),))
    rows = [row for row in comments(reviewer) if "操场" not in opened_text(row)]
    own = [row for row in rows if row.mentor_id == mentor.pk]
    for row in {one.pk: one for one in [*own[:RELEASED], *rows[:RELEASED]]}.values():
        release_comment(by=reviewer, pk=row.pk, text=opened_text(row), edit=0)
