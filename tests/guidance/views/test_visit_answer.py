import datetime as dt
import secrets
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client

from taoli.accounts.services import LETTERS
from taoli.common.errors import TaoliError
from taoli.common.models import ViewLog
from taoli.guidance.models import Appointment, AppointmentStep, FamilyLink
from taoli.guidance.queries.links import check_letter, well_typed
from taoli.guidance.services import Offered, call_off, enter, repropose
from taoli.matching.queries.codes import plain_code
from taoli.roster.models import RosterSettings
from tests.guidance.visiting import SATURDAY, THURSDAY, WEDNESDAY, form, get, link_of, offer, slots_on, text
from tests.world import World

State = Appointment.State


def test_a_family_takes_a_time_without_an_account(settled: World) -> None:
    row = offer(settled)
    link, _code = link_of(settled, row)
    page = get(link)
    assert ("桃李中学" in page, "王敏" in page, "11月25日 周三 16:30" in page) == (True, True, True)
    client = Client()
    answer = client.post(link, form(row, "accept", slot=slots_on(page)[1]))
    assert (answer.status_code, answer["Location"]) == (302, link)
    row.refresh_from_db()
    assert (row.state, row.starts) == (State.AGREED, THURSDAY)
    assert "已经约定" in text(client.get(link))


def test_the_page_shows_no_surname_of_the_child_no_class_and_no_address(settled: World) -> None:
    child = settled.students["林子涵"]
    child.address = "桃花街道3号"
    child.save()
    page = get(link_of(settled, offer(settled))[0])
    assert "子涵" in page
    assert [word for word in ("林子涵", "桃花街道", "高一(1)班", "13800000000") if word in page] == []


def test_a_family_asks_for_another_time_and_place_and_the_mentor_agrees(settled: World) -> None:
    row = offer(settled)
    link, _code = link_of(settled, row)
    wish = {"starts": "2026-11-28T10:00", "place": "elsewhere", "place_note": "社区图书馆", "words": "周中要上班"}
    Client().post(link, form(row, "other", **wish))
    row.refresh_from_db()
    assert (row.state, row.place, row.place_note, row.starts) == (State.COUNTERED, "elsewhere", "社区图书馆", None)
    assert "周中要上班" not in get(link)
    mentor = settled.client("王敏")
    assert "周中要上班" in text(mentor.get(f"/guidance/visits/{row.pk}/"))
    mentor.post(f"/guidance/visits/{row.pk}/change/accept/", {"edit": row.edit})
    row.refresh_from_db()
    assert (row.state, row.starts) == (State.AGREED, SATURDAY)
    assert "11月28日 周六 10:00" in get(link)


def test_a_refusal_needs_no_reason_and_reads_as_an_answer(settled: World) -> None:
    row = offer(settled)
    link, _code = link_of(settled, row)
    Client().post(link, form(row, "decline"))
    row.refresh_from_db()
    assert row.state == State.DECLINED
    assert "这完全没有关系" in get(link)
    page = text(settled.client("王敏").get(f"/guidance/visits/{row.pk}/"))
    assert "也不用说明原因" in page
    assert [word for word in ("拒绝", "逾期", "未完成") if word in page] == []


def test_a_family_that_did_not_need_it_may_still_change_its_mind(settled: World) -> None:
    row = offer(settled)
    link, _code = link_of(settled, row)
    Client().post(link, form(row, "decline"))
    Client().post(link, form(row, "other", starts="2026-11-28T10:00", place="video"))
    row.refresh_from_db()
    assert (row.state, row.place) == (State.COUNTERED, "video")


def test_the_same_form_sent_twice_counts_once_and_the_link_works_again(settled: World) -> None:
    row = offer(settled)
    link, _code = link_of(settled, row)
    sent = form(row, "accept", slot=slots_on(get(link))[0])
    assert [Client().post(link, sent).status_code for _twice in range(2)] == [302, 302]
    assert AppointmentStep.objects.of(settled.school).filter(what="agreed").count() == 1
    assert "已经约定" in get(link)


def test_when_both_sides_change_it_at_once_the_later_is_told_and_keeps_the_words(settled: World) -> None:
    row = offer(settled)
    link, _code = link_of(settled, row)
    stale = form(row, "other", starts="2026-11-28T10:00", place="video", words="想用视频")
    repropose(by=settled.actor("王敏"), pk=row.pk, edit=row.edit, offered=Offered(slots=[THURSDAY], place="school"))
    page = text(Client().post(link, stale))
    assert "对方刚刚改过这次约见" in page
    assert "想用视频" in page
    row.refresh_from_db()
    assert (row.state, row.place) == (State.PROPOSED, "school")


@pytest.mark.parametrize(
    ("starts", "sentence"),
    [
        ("2026-11-20T16:00", "已经过去"),
        ("2026-11-28T22:00", "太早或太晚"),
        ("2026-11-28T05:00", "太早或太晚"),
        ("2027-06-01T16:00", "三个月以后"),
        ("改天", "请填写日期和时间"),
        ("", "请填写日期和时间"),
    ],
)
def test_times_that_cannot_be_are_refused_in_a_sentence(settled: World, starts: str, sentence: str) -> None:
    row = offer(settled)
    link, _code = link_of(settled, row)
    assert sentence in text(Client().post(link, form(row, "other", starts=starts, place="home")))
    row.refresh_from_db()
    assert row.state == State.PROPOSED


def test_a_time_that_has_passed_is_neither_shown_nor_taken(settled: World) -> None:
    row = offer(settled)
    link, _code = link_of(settled, row)
    first = slots_on(get(link))[0]
    with time_machine.travel(WEDNESDAY + dt.timedelta(hours=1), tick=False):
        assert first not in get(link)
        assert "已经过去" in text(Client().post(link, form(row, "accept", slot=first)))


def test_another_familys_time_is_not_taken(settled: World) -> None:
    row, other = offer(settled), offer(settled, "周一诺")
    link, _code = link_of(settled, row)
    theirs = other.slots.filter(school_id=settled.school.pk).first()
    assert theirs is not None
    assert "已经不再提供" in text(Client().post(link, form(row, "accept", slot=str(theirs.pk))))


def test_an_expired_link_is_kind_and_names_the_telephone(settled: World) -> None:
    RosterSettings.objects.create(school=settled.school, phone="0536-1234567")
    link, _code = link_of(settled, offer(settled))
    with time_machine.travel(THURSDAY + dt.timedelta(days=15), tick=False):
        page = get(link)
    assert "这个链接已经不用了" in page
    assert 'href="tel:0536-1234567"' in page
    assert "王敏" not in page


def test_a_newer_link_puts_the_earlier_one_out_of_use(settled: World) -> None:
    row = offer(settled)
    old, _code = link_of(settled, row)
    new, _code = link_of(settled, row)
    assert "这个链接已经不用了" in get(old)
    assert "王敏" in get(new)


def test_after_calling_off_the_link_says_so_and_takes_nothing(settled: World) -> None:
    row = offer(settled)
    link, _code = link_of(settled, row)
    sent = form(row, "accept", slot=slots_on(get(link))[0])
    call_off(by=settled.actor("王敏"), pk=row.pk, edit=row.edit)
    assert "这次约见已取消" in get(link)
    Client().post(link, sent)
    row.refresh_from_db()
    assert row.state == State.CANCELLED


def test_every_opening_is_logged_and_holds_no_secret(settled: World) -> None:
    row = offer(settled)
    link, _code = link_of(settled, row)
    for _twice in range(2):
        get(link)
    log = ViewLog.objects.of(settled.school).filter(noun="guidance.appointment", page="guidance:visit_answer")
    assert [one.ids for one in log] == [[str(row.pk)]] * 2
    kept = FamilyLink.objects.of(settled.school).values_list("selector", "digest")
    secret = link.split("/")[-2]
    assert [one for one in kept if secret in one] == []


def test_a_typed_code_opens_the_same_page_and_a_slip_of_the_finger_is_no_guess(settled: World) -> None:
    _link, code = link_of(settled, offer(settled))
    client = Client()
    answer = client.post("/guidance/visit/", {"code": f" {code.lower()} "})
    assert answer.status_code == 302
    assert "王敏" in text(client.get(answer["Location"]))
    wrong = ("3" if code[0] != "3" else "4") + code[1:]
    assert "短码有一个字母不对" in text(client.post("/guidance/visit/", {"code": wrong}))
    assert set(FamilyLink.objects.of(settled.school).values_list("failures", flat=True)) == {0}


def test_any_one_wrong_letter_and_any_swap_of_the_body_is_found() -> None:
    body = "".join(secrets.choice(LETTERS) for _each in range(10))
    whole = body + check_letter(body)
    assert well_typed(whole)
    for place in range(11):
        others = [whole[:place] + letter + whole[place + 1 :] for letter in LETTERS if letter != whole[place]]
        assert not any(well_typed(one) for one in others)
    for place in range(9):
        swapped = whole[:place] + whole[place + 1] + whole[place] + whole[place + 2 :]
        assert whole == swapped or not well_typed(swapped)


def guess(code: str) -> str:
    """A well-formed code that begins like another one."""
    body = plain_code(code)[:5] + "".join(secrets.choice(LETTERS) for _each in range(5))
    return body + check_letter(body)


def test_a_code_rests_after_ten_guesses_for_everybody_and_works_again(settled: World) -> None:
    _link, code = link_of(settled, offer(settled))
    for _each in range(10):
        assert "没有这个链接或短码" in get(f"/guidance/visit/{guess(code)}/")
    assert "没有这个链接或短码" in get(f"/guidance/visit/{plain_code(code)}/")
    with time_machine.travel(dt.datetime(2026, 11, 23, 10, 11, tzinfo=WEDNESDAY.tzinfo), tick=False):
        assert "王敏" in get(f"/guidance/visit/{plain_code(code)}/")


def test_guessing_a_code_does_not_shut_the_link(settled: World) -> None:
    link, code = link_of(settled, offer(settled))
    for _each in range(12):
        get(f"/guidance/visit/{guess(code)}/")
    assert "王敏" in get(link)


def test_one_device_waits_after_twenty_tries_and_another_one_does_not(settled: World) -> None:
    link, _code = link_of(settled, offer(settled))
    client = Client()
    for _each in range(20):
        client.get(f"/guidance/visit/{'A' * 27}/")
    assert "这台设备试了太多次" in text(client.get(link))
    assert "王敏" in get(link)


def test_ten_thousand_guesses_find_nothing_cost_one_look_each_and_shut_nobody_out(settled: World) -> None:
    link, code = link_of(settled, offer(settled))
    looks: list[str] = []

    def count(execute: Any, sql: str, params: Any, many: Any, context: Any) -> Any:
        looks.append(sql.split(maxsplit=1)[0])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(count):
        for _each in range(10_000):
            body = "".join(secrets.choice(LETTERS) for _letter in range(10))
            if body[:5] == plain_code(code)[:5]:
                continue
            with pytest.raises(TaoliError):
                enter(text=body + check_letter(body), kind="code", page="test")
    assert set(looks) == {"SELECT"}
    assert len(looks) <= 10_000
    assert "王敏" in get(link)


@pytest.mark.parametrize("token", ["x", "A" * 300, "甲乙丙", "%00", "' OR 1=1", "AAAA-AAAA-AAA"])
def test_rubbish_is_answered_with_the_same_sentence(settled: World, token: str) -> None:
    answer = Client().get(f"/guidance/visit/{token}/")
    assert answer.status_code == 200
    page = text(answer)
    assert "王敏" not in page
    assert "请问导师或班主任" in page
