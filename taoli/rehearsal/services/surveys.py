"""Surveys of the demo: one of students and one of families, half answered, and one that is being prepared."""

import datetime as dt
import itertools
import random
from collections.abc import Callable, Iterator

from taoli.accounts.models import Membership
from taoli.common import clock
from taoli.engine.survey import draw
from taoli.evaluation.models import BallotToken, Survey
from taoli.evaluation.services import SurveyFacts, cast, make_survey, open_survey
from taoli.rehearsal.services.people import Loaded
from taoli.roster.models import Student

DAYS, SAMPLE, ANSWERS, SEED = dt.timedelta(days=7), 90, 24, 20261123
OFTEN, REACH, CONTACT, KNOWS = range(5), range(3), range(3), (0, 0, 1, 1, 2)
MARKS = (5, 5, 5, 4, 4, 3)
WORDS = ("想多几次小组活动", "谈话的时间可以再长一点", "谢谢老师愿意听我说")


def load_surveys(loaded: Loaded) -> None:
    """Open two surveys and prepare a third; whatever is there is left as it is."""
    if Survey.objects.of(loaded.school).exclude(state=Survey.State.CLOSED).exists():
        return
    chance = random.Random(SEED)
    students = _open(loaded, "students_about_mentor", "高一学生问卷", sample=SAMPLE, seed=_seed(loaded))
    families = _open(loaded, "guardians_about_mentor", "高一家长问卷")
    _answer(loaded, students, lambda: _student(chance))
    _answer(loaded, families, lambda: _family(chance))
    make_survey(by=loaded.by, key="region_guardians", facts=_facts("家长三问"))


def _open(loaded: Loaded, key: str, title: str, sample: int | None = None, seed: str = "") -> Survey:
    facts = _facts(title, grade=str(next(iter(loaded.grades.values())).pk), sample=sample, seed=seed)
    survey = make_survey(by=loaded.by, key=key, facts=facts)
    return open_survey(by=loaded.by, survey_id=survey.pk)


def _facts(title: str, grade: str = "", sample: int | None = None, seed: str = "") -> SurveyFacts:
    today = clock.today()
    return SurveyFacts(
        title=title,
        opens_on=today,
        closes_on=today + DAYS,
        intro="照你自己的感受填就好，没有标准答案，大约两分钟。" if sample else "",
        grades=(grade,) if grade else (),
        sample=sample,
        seed=seed,
    )


def _answer(loaded: Loaded, survey: Survey, answers: Callable[[], dict[str, object]]) -> None:
    """Let some answer, not those who stand behind a door of the demo."""
    rows = BallotToken.objects.of(loaded.school).filter(survey=survey).exclude(holder_id=_shown(loaded).pk)
    for token in rows.order_by("id")[:ANSWERS]:
        cast(token=token, answers=[{"mentor": token.about[0], "answers": answers()}])


def _shown(loaded: Loaded) -> Student:
    place = Membership.objects.get(school=loaded.school, account__username="demo-student")
    return Student.objects.of(loaded.school).get(pk=place.person_id)


def _seed(loaded: Loaded) -> str:
    """Return the first of some seeds under which the student whom the demo shows is drawn."""
    grade, shown = next(iter(loaded.grades.values())), _shown(loaded)
    rows = Student.objects.of(loaded.school).filter(school_class__grade=grade).values_list("number", flat=True)
    numbers = list(rows)
    seeds: Iterator[str] = (f"20261123-{count}" for count in itertools.count(1))
    return next(seed for seed in seeds if shown.number in draw(numbers, SAMPLE, seed))


def _student(chance: random.Random) -> dict[str, object]:
    found: dict[str, object] = {
        "overall": chance.choice(MARKS),
        "knows": 0,
        "often": chance.choice(OFTEN),
        "reach": chance.choice(REACH),
    }
    return found | ({"word": chance.choice(WORDS)} if chance.random() < 0.2 else {})  # noqa: PLR2004


def _family(chance: random.Random) -> dict[str, object]:
    return {"overall": chance.choice(MARKS), "knows": chance.choice(KNOWS), "contact": chance.choice(CONTACT)}
