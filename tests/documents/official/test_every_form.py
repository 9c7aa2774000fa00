"""What holds for each and every form: private words never, long names and long terms whole, nobody to print for."""

import json
import uuid

import pytest

from taoli.care.models import Conference
from taoli.common import clock
from taoli.documents.official.listed import form_groups
from taoli.documents.official.registry import forms, sheets_of
from taoli.documents.official.rendering import pdf
from taoli.evaluation import services
from taoli.evaluation.models import Objection, StarApplication, Story, SurveyComment
from taoli.guidance.models import GuidanceRecord
from taoli.matching.models import Pairing
from taoli.roster.models import Staff, Student
from tests.documents.official.every_form import every_sheet
from tests.documents.official.pages import texts_of
from tests.documents.official.people import NOVEMBER, SECRET
from tests.duties.school import settle
from tests.evaluation.surveying import closed_survey
from tests.evaluation.work import share, sheet_of
from tests.world import CAST, World

FRAME = {
    "school": "桃李中学",
    "code": "-",
    "term": "2026-2027学年第一学期",
    "who": "孙悦",
    "when": "2026年11月23日 10:05",
}
CHILD = "阿依古丽买买提热合曼吐尔逊古丽娜尔迪丽热巴阿不都拉木江江"  # 30 characters
MENTOR = "阿不都热西提买买提明艾山江吐尔逊江努尔麦麦提依明江阿布拉海提"


@pytest.fixture
def term_end(worked: World) -> World:
    """Term end as well, with the secret in every text that no form prints."""
    run = services.draft_appraisal(by=worked.office)
    share(worked, run)
    said = {"school": worked.school, "raised_at": clock.now(), "answered_at": clock.now()}
    Objection.objects.create(
        sheet=sheet_of(run, worked), text=SECRET, answer=SECRET, state=Objection.State.DECLINED, **said
    )
    services.publish(by=worked.office, run_id=run.pk, early=True)
    closed_survey(worked)
    SurveyComment.objects.of(worked.school).update(text=SECRET)
    mentor = worked.staff["王敏"]
    Story.objects.create(
        school=worked.school, author=mentor, kind="case", title=SECRET, text=SECRET, written_at=clock.now()
    )
    StarApplication.objects.create(
        school=worked.school, run=run, mentor=mentor, honour="x", level=1, words=SECRET, sent_at=clock.now()
    )
    meetings(worked)
    return worked


def meetings(world: World) -> None:
    """A meeting of each kind that has minutes; a summary is printed, so it is no secret."""
    for kind in (Conference.Kind.GRADE, Conference.Kind.PRINCIPAL):
        grade = world.grades["高一"] if kind == Conference.Kind.GRADE else None
        Conference.objects.create(
            school=world.school,
            kind=kind,
            state=Conference.State.HELD,
            grade=grade,
            held_on=NOVEMBER,
            place="会议室",
            entered_at=clock.now(),
        )
    Conference.objects.of(world.school).update(summary="一切平稳")


def test_no_form_carries_a_private_word_and_each_is_printed_by_somebody(term_end: World) -> None:
    seen: set[str] = set()
    for name in set(CAST.values()) - set(term_end.officers):
        for key, sheet in every_sheet(term_end.actor(name)):
            seen.add(key)
            assert SECRET not in json.dumps([sheet.name, sheet.data], ensure_ascii=False, default=str), (key, name)
    # Nobody has an honour in this school, so there is no certificate.
    assert sorted(set(forms()) - seen - {"certificate"}) == []


def test_names_of_thirty_characters_stay_whole_on_every_form(term_end: World) -> None:
    Student.objects.of(term_end.school).filter(name="林子涵").update(name=CHILD)
    Staff.objects.of(term_end.school).filter(name="王敏").update(name=MENTOR)
    found: dict[str, list[object]] = {}
    for key, sheet in every_sheet(term_end.office):
        said = json.dumps(sheet.data, ensure_ascii=False, default=str)
        if CHILD in said or MENTOR in said:
            found.setdefault(key, []).append(sheet)
    assert len(found) > 20
    for key, sheets in found.items():
        text = "".join(texts_of(pdf(forms()[key], FRAME, sheets[:1])))  # type: ignore[arg-type]
        data = json.dumps(sheets[0].data, ensure_ascii=False, default=str)  # type: ignore[attr-defined]
        for name in (CHILD, MENTOR):
            assert name not in data or name in text, (key, name)


def test_a_mentor_without_students_has_forms_and_nothing_to_print(world: World) -> None:
    settle(world)
    Pairing.objects.of(world.school).filter(mentor=world.staff["王敏"]).update(mentor=world.staff["周宁"])
    Student.objects.of(world.school).filter(mentor=world.staff["王敏"]).update(mentor=world.staff["周宁"])
    mentor, client = world.actor("王敏"), world.client("王敏")
    assert form_groups(mentor)
    for key, form in forms().items():
        if mentor.holds(*form.roles):
            assert client.get(f"/documents/forms/{key}/").status_code == 200, key
            ids = [world.staff["王敏"].pk, *(one.pk for one in world.students.values())]
            own = sheets_of(form)(mentor, world.term, ids)
            assert "林子涵" not in str([one.data for one in own]), key


def test_a_student_with_four_hundred_records_is_printed_to_the_last(worked: World) -> None:
    row = GuidanceRecord.objects.of(worked.school).filter(student=worked.students["林子涵"], kind="talk").first()
    assert row
    names = [field.attname for field in row._meta.concrete_fields if field.attname not in {"id", "occasion"}]
    known = {name: getattr(row, name) for name in names}
    copies = [GuidanceRecord(**known, occasion=uuid.uuid4()) for _each in range(400)]
    for number, one in enumerate(copies):
        one.theme = f"第{number:03}次背书"
    GuidanceRecord.objects.bulk_create(copies)
    counted = 0
    for key, sheet in every_sheet(worked.actor("王敏")):
        said = json.dumps(sheet.data, ensure_ascii=False, default=str)
        if "第399次背书" in said:
            pages = texts_of(pdf(forms()[key], FRAME, [sheet]))
            text = "".join(pages)
            assert [one for one in range(400) if f"第{one:03}次背书" not in text] == [], key
            assert len(pages) > 5
            counted += 1
    assert counted >= 3
