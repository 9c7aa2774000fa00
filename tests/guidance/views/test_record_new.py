import datetime as dt
import re
import uuid

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from taoli.duties.models import Act
from taoli.engine.scheme import apply_changes
from taoli.guidance.models import GuidanceRecord
from taoli.guidance.queries.choices import Asked, asked_of_records
from tests.duties.school import put_in_force, taigu
from tests.guidance.writing import form, write
from tests.world import PASSWORD, World

URL = "/guidance/records/new/"


def count(world: World) -> int:
    return GuidanceRecord.objects.of(world.school).count()


def text(answer: object) -> str:
    return answer.content.decode()  # type: ignore[attr-defined,no-any-return]


def test_the_page_offers_my_students_the_ways_and_the_schemes_guidances(settled: World) -> None:
    page = text(settled.client("王敏").get(URL))
    assert re.findall(r'name="students"[^>]*data-name="([^"]+)"', page) == ["林子涵", "周一诺", "赵思源"]
    assert re.findall(r'<input type="radio" name="kind" value="(\w+)"', page)[:4] == [
        "talk",
        "phone",
        "visit",
        "activity",
    ]
    assert re.findall(r'name="topics" value="([^"]+)"', page) == [
        "思想引导",
        "学业辅导",
        "生活指导",
        "心理疏导",
        "创新启导",
    ]
    assert "孙浩然" not in page


def test_the_page_says_before_saving_what_is_printed_and_who_can_read(settled: World) -> None:
    page = text(settled.client("王敏").get(URL))
    assert 'data-sentence="{date} [在{place}]与{students}{kind}[，主题：{theme}][，内容：{topics}]。"' in page
    assert "我、班主任李老师、班主任陈老师、年级组长、德育处、校长" in page


def test_a_talk_is_chosen_so_that_a_student_and_save_are_enough(settled: World) -> None:
    page = text(settled.client("王敏").get(URL))
    assert re.search(r'name="kind" value="talk" checked', page)
    answer = settled.client("王敏").post(URL, form(settled, "林子涵"))
    assert (answer.status_code, count(settled)) == (302, 1)


def test_a_link_from_today_chooses_students_and_way(settled: World) -> None:
    one, two = (settled.students[name].pk for name in ("林子涵", "赵思源"))
    page = text(settled.client("王敏").get(URL, {"students": f"{one},{two}", "kind": "phone"}))
    assert set(re.findall(r'name="students" value="([^"]+)"[^>]* checked', page)) == {str(one), str(two)}
    assert re.findall(r'name="kind" value="(\w+)" checked', page) == ["phone"]


def test_a_link_cannot_choose_somebody_elses_student(settled: World) -> None:
    page = text(settled.client("王敏").get(URL, {"students": str(settled.students["孙浩然"].pk)}))
    assert "孙浩然" not in page


def test_three_students_are_written_at_once_and_the_page_says_so(settled: World) -> None:
    client = settled.client("王敏")
    answer = client.post(URL, form(settled, "林子涵", "赵思源", topics=["学业辅导", "生活指导"], place="校内"))
    assert count(settled) == 2
    page = text(client.get(answer["Location"]))
    assert "已记下" in page
    assert "11月23日 在校内与林子涵、赵思源谈话，内容：学业辅导、生活指导。" in page
    assert "还可以给同组的 1 位补一条" in page
    assert f"?students={settled.students['周一诺'].pk}&kind=talk" in page.replace("&amp;", "&")
    assert "撤销" in page


def test_what_was_saved_is_told_to_its_writer_only(settled: World) -> None:
    answer = settled.client("王敏").post(URL, form(settled, "林子涵"))
    assert "已记下" not in text(settled.client("李慧").get(answer["Location"]))


def test_no_answer_is_one_button(settled: World) -> None:
    settled.client("王敏").post(URL, form(settled, "林子涵", kind="phone", missed="1"))
    row = GuidanceRecord.objects.of(settled.school).get()
    assert (row.kind, row.made, row.next_on) == ("family_contact", False, dt.date(2026, 11, 24))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"students": []}, "请至少选择一名学生"),
        ({"date": "2026-11-24"}, "日期还没有到"),
        ({"date": "2026-08-01"}, "不在本学期内"),
        ({"date": "昨天"}, "日期"),
        ({"kind": "dance"}, "方式"),
        ({"topics": ["别家的导"]}, "请从列出的选项里选择"),
        ({"students": ["not-a-student"]}, "不在你可以记录的范围内"),
    ],
)
def test_bad_input_is_a_sentence_and_keeps_what_was_typed(settled: World, said: dict[str, object], words: str) -> None:
    sent = form(settled, "林子涵", private_text="很长的一句话", next_step="看看作息", **said)
    answer = settled.client("王敏").post(URL, sent)
    page = text(answer)
    assert (answer.status_code, count(settled)) == (200, 0)
    assert words in page
    assert "很长的一句话" in page
    assert 'value="看看作息"' in page
    assert f'name="op" value="{sent["op"]}"' in page


def test_somebody_elses_student_and_another_schools_are_refused_alike(settled: World) -> None:
    assert settled.stranger is not None
    for pk in (settled.students["孙浩然"].pk, settled.stranger.pk, uuid.uuid4()):
        answer = settled.client("王敏").post(URL, form(settled) | {"students": [str(pk)]})
        assert "不在你可以记录的范围内" in text(answer)
    assert count(settled) == 0


def test_a_double_tap_is_one_record(settled: World) -> None:
    client, sent = settled.client("王敏"), form(settled, "林子涵", "周一诺")
    first, second = client.post(URL, sent), client.post(URL, sent)
    assert first["Location"] == second["Location"]
    assert count(settled) == 2


def test_a_session_that_ends_in_the_middle_counts_the_record_once(settled: World) -> None:
    settled.accounts["王敏"].set_password(PASSWORD)
    settled.accounts["王敏"].save()
    client, sent = settled.client("王敏"), form(settled, "林子涵", private_text="很长的一句话")
    client.logout()
    refused = client.post(URL, sent, headers={"referer": f"http://testserver{URL}"})
    assert refused.status_code == 302
    assert refused["Location"].startswith(reverse("accounts:sign_in"))
    assert count(settled) == 0
    back = client.post(refused["Location"], {"username": "王敏", "password": PASSWORD})
    assert back["Location"].endswith(URL)
    for _twice in range(2):
        client.post(URL, sent)
    client.logout()
    settled.client("王敏").post(URL, sent)
    assert count(settled) == 1


def test_the_page_keeps_unsent_words_on_the_device(settled: World) -> None:
    page = text(settled.client("王敏").get(URL))
    assert 'data-draft="record-new"' in page
    assert "data-record" in page


def test_a_homeroom_teacher_finds_the_class_below_the_own_students(settled: World) -> None:
    page = text(settled.client("李慧").get(URL))
    assert re.findall(r'name="students"[^>]*data-name="([^"]+)"', page) == ["孙浩然", "林子涵", "周一诺"]


def test_a_teacher_without_students_is_told_when_they_come(settled: World) -> None:
    page = text(settled.client("赵国栋").get(URL))
    assert "结对公布以后，你的学生会出现在这里" in page


@pytest.mark.parametrize("name", ["吴考", "郑明", "林子涵", "林母"])
def test_those_who_do_not_guide_are_kept_out(settled: World, name: str) -> None:
    assert settled.client(name).get(URL).status_code == 403


def test_the_anonymous_are_sent_to_sign_in(settled: World) -> None:
    assert Client().get(URL)["Location"].startswith(reverse("accounts:sign_in"))


def queries(client: Client) -> int:
    client.get(URL)
    with CaptureQueriesContext(connection) as seen:
        assert client.get(URL).status_code == 200
    return len(seen)


def test_the_page_asks_as_little_for_three_students_as_for_one(settled: World) -> None:
    write(settled, "王敏", "林子涵", "周一诺", "赵思源")
    three = queries(settled.client("王敏"))
    for name in ("周一诺", "赵思源"):
        settled.students[name].mentor = settled.staff["陈立"]
        settled.students[name].save()
    assert queries(settled.client("王敏")) == three <= 16


def asking(world: World, **values: object) -> None:
    """Put a version in force whose monthly talk asks for more."""
    put_in_force(world, apply_changes(taigu(), {f"duties.individual.{name}": value for name, value in values.items()}))


def test_ways_minutes_and_plan_stand_there_only_if_the_scheme_asks_for_them(settled: World) -> None:
    page = text(settled.client("王敏").get(URL))
    assert not {"letter", "weekly_journal", "email"} & set(re.findall(r'name="kind" value="(\w+)"', page))
    assert 'name="planned"' not in page
    asking(settled, channels=["face_to_face", "letter", "weekly_journal"], min_minutes=30, planned_before=True)
    page = text(settled.client("王敏").get(URL))
    ways = re.findall(r'name="kind" value="(\w+)"', page)
    assert ways[-2:] == ["letter", "weekly_journal"]
    assert "email" not in ways
    assert "每次不少于 30 分钟才算。" in page
    assert 'name="planned"' in page


def test_a_kind_without_any_other_way_is_offered(settled: World) -> None:
    asking(settled, kinds=["talk", "performance_note"])
    assert "performance_note" in re.findall(r'name="kind" value="(\w+)"', text(settled.client("王敏").get(URL)))


def test_a_planned_letter_of_half_an_hour_is_kept_as_such(settled: World) -> None:
    asking(settled, channels=["letter"], planned_before=True)
    sent = form(settled, "林子涵", kind="letter", minutes="30", planned="on")
    assert settled.client("王敏").post(URL, sent).status_code == 302
    record = GuidanceRecord.objects.of(settled.school).get()
    assert (record.kind, record.channel, record.minutes, record.planned) == ("talk", "letter", 30, True)
    act = Act.objects.of(settled.school).get()
    assert (act.channel, act.minutes, act.planned) == ("letter", 30, True)
    page = text(settled.client("王敏").get(reverse("guidance:record_correct", args=[record.pk])))
    assert re.search(r'name="kind" value="letter" checked', page)
    assert re.search(r'name="planned"[^>]*checked', page)


def test_without_a_scheme_the_usual_ways_are_there(world: World) -> None:
    assert asked_of_records(world.school.pk) == Asked()
