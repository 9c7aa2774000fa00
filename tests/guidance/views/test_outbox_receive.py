"""The door for letters from phones: once, in order, from the right person, nothing lost."""

import copy
import uuid

import pytest
from django.test import Client

from taoli.accounts import services as accounts
from taoli.common.keeping.letterbox import rotate_pair
from taoli.common.policy import system
from taoli.guidance.models import GuidanceRecord, OutboxItem
from taoli.guidance.services import device_close
from tests.guidance.phone import Phone, phone_of, talk
from tests.guidance.writing import ANY_SCRIPT
from tests.world import World

State = OutboxItem.State


@pytest.fixture
def phone(settled: World) -> Phone:
    """王敏's phone."""
    return phone_of(settled, "王敏")


def records(world: World) -> int:
    return GuidanceRecord.objects.of(world.school.pk).count()


def item(world: World) -> OutboxItem:
    return OutboxItem.objects.of(world.school.pk).get()


def test_a_sealed_record_becomes_a_record(settled: World, phone: Phone) -> None:
    assert phone.write(talk(settled, "林子涵", private_text="情绪好多了"))["state"] == "delivered"
    record = GuidanceRecord.objects.of(settled.school.pk).get()
    assert (record.student.name, record.private_text, record.by.name) == ("林子涵", "情绪好多了", "王敏")
    assert item(settled).content == []  # it stands in the record, not twice


def test_the_same_letter_again_gets_the_first_answer_and_no_second_record(settled: World, phone: Phone) -> None:
    letter = phone.letter(talk(settled, "林子涵"))
    answers = [phone.post(letter).json() for _each in range(3)]
    assert answers == [answers[0]] * 3
    assert (records(settled), OutboxItem.objects.of(settled.school.pk).count()) == (1, 1)


def test_a_letter_that_had_arrived_by_the_ordinary_page_makes_no_second_record(settled: World, phone: Phone) -> None:
    op = uuid.uuid4()
    student = str(settled.students["林子涵"].pk)
    sent = {"students": [student], "kind": "talk", "date": "2026-11-23", "op": str(op)}
    assert phone.client.post("/guidance/records/new/", sent).status_code == 302
    assert phone.write(talk(settled, "林子涵"), op=op)["state"] == "delivered"
    assert records(settled) == 1


def test_a_letter_before_its_time_waits_for_the_earlier_one(settled: World, phone: Phone) -> None:
    first, second = phone.letter(talk(settled, "林子涵")), phone.letter(talk(settled, "周一诺"))
    early = phone.post(second)
    assert (early.status_code, early.json()) == (409, {"state": "early", "expected": 1})
    assert [phone.post(one).json()["state"] for one in (first, second)] == ["delivered"] * 2


def test_what_the_phone_has_no_more_is_not_waited_for(settled: World, phone: Phone) -> None:
    phone.number = 4
    assert phone.write(talk(settled, "林子涵"), earliest=5)["state"] == "delivered"


def test_a_tampered_letter_makes_no_record_and_is_kept(settled: World, phone: Phone) -> None:
    letter = phone.letter(talk(settled, "林子涵"))
    text = letter["envelope"]["text"]
    letter["envelope"]["text"] = ("A" if text[0] != "A" else "B") + text[1:]
    assert phone.post(letter).json()["state"] == "unreadable"
    assert records(settled) == 0
    assert letter["envelope"]["text"] in item(settled).sealed


def test_a_letter_under_another_operation_id_is_not_opened(settled: World, phone: Phone) -> None:
    letter = phone.letter(talk(settled, "林子涵"))
    assert phone.post({**letter, "op": str(uuid.uuid4())}).json()["state"] == "unreadable"
    assert records(settled) == 0


def test_a_letter_sealed_to_a_key_that_is_not_ours_is_kept_unopened(settled: World, phone: Phone) -> None:
    letter = phone.letter(talk(settled, "林子涵"))
    letter["envelope"]["key"] = "00000000"
    assert phone.post(letter).json()["state"] == "unreadable"


def test_a_letter_sealed_before_the_key_was_changed_is_still_opened(settled: World, phone: Phone) -> None:
    letter = phone.letter(talk(settled, "林子涵"))
    rotate_pair()
    assert phone.post(letter).json()["state"] == "delivered"
    assert phone.write(talk(settled, "周一诺"))["state"] == "delivered"


def test_anothers_letter_sent_by_ones_own_phone_is_not_opened(settled: World, phone: Phone) -> None:
    theirs = phone.letter(talk(settled, "林子涵"))
    assert phone_of(settled, "李慧").post(theirs).json()["state"] == "unreadable"
    assert records(settled) == 0


def test_with_somebody_else_signed_in_nothing_is_taken(settled: World, phone: Phone) -> None:
    answer = phone.post(phone.letter(talk(settled, "林子涵")), client=settled.client("李慧"))
    assert (answer.status_code, answer.json()["state"]) == (409, "other")
    assert records(settled) == 0


def test_after_the_session_has_ended_the_letter_waits_for_signing_in(settled: World, phone: Phone) -> None:
    letter = phone.letter(talk(settled, "林子涵"))
    answer = phone.post(letter, client=Client())
    assert (answer.status_code, answer.json()["state"]) == (401, "sign_in")
    assert phone.post(letter, client=settled.client("王敏")).json()["state"] == "delivered"
    assert records(settled) == 1


@pytest.mark.parametrize(
    "shown",
    [
        {"X-Device-Token": "guessed"},
        {"X-Device": "00000000-0000-0000-0000-000000000000"},
        {"X-Device": "no id"},
        {"X-School": "999999999999999999"},
        {"X-School": "-1"},
    ],
)
def test_without_the_phones_token_the_door_stays_shut(settled: World, phone: Phone, shown: dict[str, str]) -> None:
    answer = phone.post(phone.letter(talk(settled, "林子涵")), shown=shown)
    assert (answer.status_code, answer.json()["state"]) == (403, "unknown")
    assert OutboxItem.objects.of(settled.school.pk).count() == 0


def test_another_schools_number_opens_nothing(settled: World, phone: Phone) -> None:
    answer = phone.post(phone.letter(talk(settled, "林子涵")), shown={"X-School": str(settled.other.pk)})
    assert answer.json()["state"] == "unknown"


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"op": 1}', b'{"op": "x", "number": 1, "earliest": 1}'])
def test_a_body_cut_in_the_middle_is_refused_and_may_come_again(settled: World, phone: Phone, body: bytes) -> None:
    assert phone.post(body).status_code == 400
    assert OutboxItem.objects.of(settled.school.pk).count() == 0


def test_a_letter_as_long_as_a_book_is_refused(settled: World, phone: Phone) -> None:
    assert phone.post(b"x" * (256 * 1024 + 1)).status_code == 413


@pytest.mark.parametrize("text", ["字" * 10_000, "👨‍👩‍👧‍👦𠮷" * 2_000, "مرحبا\u202e" * 1_000])
def test_a_text_too_long_comes_back_whole_with_words(settled: World, phone: Phone, text: str) -> None:
    answer = phone.write(talk(settled, "林子涵", private_text=text))
    assert answer["state"] == "returned"
    assert answer["reason"]
    assert dict(item(settled).content)["private_text"] == text
    assert item(settled).code == "text"


@pytest.mark.parametrize(("typed", "kept"), ANY_SCRIPT)
def test_any_script_and_a_pasted_table_arrive_as_they_would_on_the_record_page(
    settled: World, phone: Phone, typed: str, kept: str
) -> None:
    said = {"private_text": typed, "theme": typed, "next_step": typed}
    assert phone.write(talk(settled, "林子涵", **said))["state"] == "delivered"
    row = GuidanceRecord.objects.of(settled.school.pk).get()
    line = " ".join(kept.split())
    assert (row.private_text, row.theme, row.next_step) == (kept, line, line)


@pytest.mark.both_databases
@pytest.mark.parametrize("mark", ["\x00", "\ud83d"])
def test_half_a_sign_or_a_zero_holds_up_nothing_that_waits_behind_it(settled: World, phone: Phone, mark: str) -> None:
    assert phone.write(talk(settled, "林子涵", private_text=f"上{mark}下"))["state"] == "delivered"
    assert phone.write(talk(settled, "吴桐", private_text=f"上{mark}下", draft=mark, date=mark))["state"] == "returned"
    assert phone.write([["students", mark], ["kind", mark]])["state"] == "returned"
    assert phone.write(talk(settled, "周一诺"))["state"] == "delivered"
    texts = {row.student.name: row.private_text for row in GuidanceRecord.objects.of(settled.school.pk)}
    assert texts == {"林子涵": "上下", "周一诺": ""}


def test_a_phone_whose_clock_is_two_days_ahead_is_told_that_it_is_the_clock(settled: World, phone: Phone) -> None:
    answer = phone.write(talk(settled, "林子涵", date="2026-11-25", clock="2026-11-25"))
    assert "这台设备的时钟快了：它显示 11月25日 周三，服务器上是 11月23日 周一" in answer["reason"]
    answer = phone.write(talk(settled, "林子涵", date="2026-11-23", clock="2026-11-25"), written="2026-11-25T09:00:00Z")
    assert answer["state"] == "delivered"  # the day was put right on the phone, the clock is only the clock


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"date": "2026-11-25"}, "date"),
        ({"date": "2026-01-05"}, "date"),
        ({"date": "yesterday"}, "date"),
        ({"kind": "duel"}, "kind"),
        ({"topics": "七导"}, "kind"),
        ({"next_on": "never"}, "other"),
    ],
)
def test_what_cannot_be_a_record_comes_back_in_words(
    settled: World, phone: Phone, said: dict[str, str], code: str
) -> None:
    answer = phone.write(talk(settled, "林子涵", **said))
    assert (answer["state"], answer["number"]) == ("returned", 1)
    assert answer["reason"]
    assert "林子涵" not in answer["reason"]
    assert (item(settled).code, records(settled)) == (code, 0)


def test_a_student_who_was_never_mine_comes_back(settled: World, phone: Phone) -> None:
    assert phone.write(talk(settled, "吴桐"))["state"] == "returned"
    assert (item(settled).code, records(settled)) == ("students", 0)


def test_another_schools_student_comes_back_and_is_not_named(settled: World, phone: Phone) -> None:
    assert settled.stranger is not None
    content = [["students", str(settled.stranger.pk)], ["kind", "talk"], ["date", "2026-11-23"]]
    assert phone.write(content)["state"] == "returned"
    assert (item(settled).school_class_id, records(settled)) == (None, 0)


def test_after_one_that_came_back_the_next_is_taken(settled: World, phone: Phone) -> None:
    phone.write(talk(settled, "吴桐"))
    assert phone.write(talk(settled, "林子涵"))["state"] == "delivered"


def test_what_is_no_form_at_all_is_kept_unopened(settled: World, phone: Phone) -> None:
    assert phone.write([["a", "b", "c"]])["state"] == "unreadable"


def test_a_closed_account_with_a_full_outbox_is_held_with_its_content(settled: World, phone: Phone) -> None:
    letters = [phone.letter(talk(settled, "林子涵", private_text="家访")) for _each in range(2)]
    accounts.close_account(by=system(settled.school.pk), account=settled.accounts["王敏"])
    answers = [phone.post(copy.deepcopy(one)).json()["state"] for one in letters]
    assert (answers, records(settled)) == (["held", "held"], 0)
    rows = OutboxItem.objects.of(settled.school.pk)
    assert {(row.school_class_id, dict(row.content)["private_text"]) for row in rows} == {
        (settled.classes["高一(1)班"].pk, "家访")
    }


def test_a_phone_that_was_shut_out_is_held_though_its_person_is_signed_in(settled: World, phone: Phone) -> None:
    device_close(by=settled.actor("王敏"), pk=uuid.UUID(phone.given["id"]))
    assert phone.write(talk(settled, "林子涵"))["state"] == "held"
    assert records(settled) == 0
