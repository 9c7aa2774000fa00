import datetime as dt
import re
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from taoli.common.pictures import MEGABYTE
from taoli.duties.models import Act
from taoli.engine.scheme import apply_changes
from taoli.guidance.models import GuidanceRecord
from taoli.guidance.queries.choices import Asked, asked_of_records
from taoli.guidance.services import draft_keep
from taoli.roster.models import AttentionMark
from tests.duties.school import put_in_force, taigu
from tests.guidance.writing import ANY_SCRIPT, form, write
from tests.world import PASSWORD, TODAY, World

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
        ({"date": "2026-06-01"}, "不在本学期和相连的假期内"),
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
    assert re.search(r'data-draft="record-new-[0-9a-f]{8}"', page)
    assert "data-record" in page


def test_a_homeroom_teacher_finds_the_class_below_the_own_students(settled: World) -> None:
    page = text(settled.client("李慧").get(URL))
    assert re.findall(r'name="students"[^>]*data-name="([^"]+)"', page) == ["孙浩然", "林子涵", "周一诺"]


def test_a_teacher_without_students_is_told_when_they_come(settled: World) -> None:
    page = text(settled.client("赵国栋").get(URL))
    assert "结对公布以后，你的学生会出现在这里" in page


def test_the_very_same_from_another_window_is_asked_about_once(settled: World) -> None:
    client, sent = settled.client("王敏"), form(settled, "林子涵")
    client.post(URL, sent)
    page = text(client.post(URL, form(settled, "林子涵")))
    assert "刚记过完全相同的一条" in page
    assert (count(settled), 'name="again"' in page) == (1, True)
    client.post(URL, form(settled, "林子涵", again="1"))
    assert count(settled) == 2
    assert client.post(URL, sent).status_code == 302
    assert count(settled) == 2


def test_a_second_call_that_nobody_answered_is_saved_when_it_is_meant(settled: World) -> None:
    client, missed = settled.client("王敏"), {"kind": "phone", "missed": "1"}
    client.post(URL, form(settled, "林子涵", **missed))
    page = text(client.post(URL, form(settled, "林子涵", **missed)))
    assert '<input type="hidden" name="again" value="1">' in page  # with whichever of the two buttons
    client.post(URL, form(settled, "林子涵", again="1", **missed))
    assert [row.made for row in GuidanceRecord.objects.of(settled.school)] == [False, False]


def test_ten_thousand_characters_are_refused_with_both_numbers_and_given_back(settled: World) -> None:
    page = text(settled.client("王敏").post(URL, form(settled, "林子涵", private_text="字" * 10_000)))
    assert "这里有 10000 个字，最多能存 2000 个" in page
    assert "字" * 10_000 in page
    assert "maxlength" not in page.partition('name="private_text"')[2].partition(">")[0]


@pytest.mark.parametrize(("typed", "kept"), ANY_SCRIPT)
def test_any_script_and_a_pasted_table_are_kept_and_marks_that_turn_lines_are_not(
    settled: World, typed: str, kept: str
) -> None:
    settled.client("王敏").post(URL, form(settled, "林子涵", private_text=typed, theme=typed))
    row = GuidanceRecord.objects.of(settled.school).get()
    assert (row.private_text, row.theme) == (kept, " ".join(kept.split()))
    page = text(settled.client("王敏").get(f"/guidance/records/{row.pk}/"))
    assert kept in page


def test_a_name_of_rare_characters_is_offered_printed_found_and_shown_whole(settled: World) -> None:
    child, name = settled.students["林子涵"], "𠮷𬎆𡘙"
    child.name = name
    child.save()
    client = settled.client("王敏")
    assert f'data-name="{name}"' in text(client.get(URL))
    answer = client.post(URL, form(settled, "林子涵", private_text=f"和{name}聊了作息"))
    assert f"11月23日 与{name}谈话。" in text(client.get(answer["Location"]))
    assert name in text(client.get(f"/guidance/students/{child.pk}/"))
    for words in (name, "𠮷𬎆"):
        assert name in text(client.get("/guidance/records/", {"q": words}))
    assert name in text(client.get("/today/"))


def test_a_picture_of_forty_megabytes_and_a_text_of_six_are_refused_in_a_sentence(settled: World) -> None:
    client, huge = settled.client("王敏"), SimpleUploadedFile("黑板.jpg", bytes(40 * MEGABYTE), "image/jpeg")
    page = text(client.post(URL, form(settled, "林子涵", file=huge, private_text="聊了作息")))
    assert "文件有 40 MB，最多 12 MB" in page
    assert "聊了作息" in page
    answer = client.post(URL, form(settled, "林子涵", private_text="x" * (6 * MEGABYTE)))
    assert answer.status_code in {400, 413}
    assert "请" in text(answer)
    assert count(settled) == 0


def test_a_device_whose_clock_is_ahead_is_told_that_it_is_the_clock(settled: World) -> None:
    page = text(settled.client("王敏").post(URL, form(settled, "林子涵", date="2026-11-25", clock="2026-11-25")))
    assert "这台设备的时钟快了：它显示 11月25日 周三，服务器上是 11月23日 周一" in page
    assert count(settled) == 0


@pytest.mark.parametrize("theirs", ["2026-11-23", "2026-11-24"])
def test_a_day_ahead_of_the_devices_own_clock_was_chosen_by_hand(settled: World, theirs: str) -> None:
    page = text(settled.client("王敏").post(URL, form(settled, "林子涵", date="2026-11-25", clock=theirs)))
    assert "日期还没有到" in page
    assert "时钟快了" not in page
    assert count(settled) == 0


def test_a_student_seen_every_day_is_one_button_and_done_after_it(settled: World) -> None:
    AttentionMark.objects.create(school=settled.school, student=settled.students["林子涵"], starts=TODAY)
    client = settled.client("王敏")
    pressed = re.search(r'<section class="daily".*?</section>', text(client.get(URL)), re.DOTALL)
    assert pressed
    assert "关注" not in pressed[0]
    fields = dict(re.findall(r'name="(students|kind)" value="([^"]*)"', pressed[0]))
    client.post(URL, {**fields, "op": str(uuid.uuid4())})
    row = GuidanceRecord.objects.of(settled.school).get()
    assert (row.kind, row.student.name, row.held_on) == ("greeting", "林子涵", TODAY)
    assert "daily-done" in text(client.get(URL))
    assert 'class="daily"' not in text(settled.client("李慧").get(URL))


def test_what_was_begun_on_another_device_is_given_to_the_page(settled: World) -> None:
    client = settled.client("王敏")
    key = re.search(r'data-draft="([^"]+)"', text(client.get(URL)))
    assert key
    draft_keep(by=settled.actor("王敏"), key=key[1], fields={"private_text": ("聊到一半", 0)})
    assert "聊到一半" in text(client.get(URL))
    linked = text(client.get(URL, {"students": str(settled.students["林子涵"].pk)}))
    assert "聊到一半" not in linked
    assert "聊到一半" not in text(settled.client("李慧").get(URL))
    client.post(URL, form(settled, "林子涵", draft=key[1]))
    assert "聊到一半" not in text(client.get(URL))


def test_a_late_entry_says_both_dates(settled: World) -> None:
    client = settled.client("王敏")
    answer = client.post(URL, form(settled, "林子涵", date="2026-11-20"))
    for address in (answer["Location"], "/guidance/records/"):
        assert "谈于 11月20日 周五，11月23日 周一补记" in text(client.get(address))


def test_cards_to_think_with_are_there_and_name_the_duty_to_report(settled: World) -> None:
    page = text(settled.client("王敏").get(URL))
    for words in ("第一次见面", "什么时候找心理教师", "12356", "第十一条", "不要写进记录的"):
        assert words in page


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
    assert queries(settled.client("王敏")) == three <= 20


def asking(world: World, **values: object) -> None:
    """Put a version in force whose monthly talk asks for more."""
    put_in_force(world, apply_changes(taigu(), {f"duties.individual.{name}": value for name, value in values.items()}))


def test_ways_minutes_and_plan_stand_there_only_if_the_scheme_asks_for_them(settled: World) -> None:
    page = text(settled.client("王敏").get(URL))
    assert not {"diary", "email", "student_phone"} & set(re.findall(r'name="kind" value="(\w+)"', page))
    assert 'name="planned"' not in page
    asking(settled, channels=["face_to_face", "letter", "diary"], min_minutes=30, planned_before=True)
    page = text(settled.client("王敏").get(URL))
    ways = re.findall(r'name="kind" value="(\w+)"', page)
    assert ways[-1:] == ["diary"]
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
