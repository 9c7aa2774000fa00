import datetime as dt
import uuid

from taoli.guidance.models import FamilyText
from taoli.roster.models import Guardianship
from tests.guidance.writing import write
from tests.matrix.targets import written_next_door
from tests.world import World

WORDS = "孩子这周主动帮同学讲题，请在家里也夸一夸"


def url(pk: uuid.UUID) -> str:
    return f"/guidance/records/{pk}/release/"


def send(world: World, pk: uuid.UUID, name: str = "王敏", **said: str) -> int:
    return world.client(name).post(url(pk), {"op": str(uuid.uuid4()), **said}).status_code


def family(world: World, name: str = "林母") -> str:
    return world.client(name).get("/family/").content.decode()


def test_the_family_reads_the_printed_sentence_until_the_writer_says_other_words(settled: World) -> None:
    row = write(settled, "王敏", "林子涵", private_text="只给自己看")[0]
    assert "谈话" in family(settled)
    assert send(settled, row.pk, text=WORDS) == 302
    page = family(settled)
    assert WORDS in page
    assert "只给自己看" not in page
    own = settled.client("王敏").get(f"/guidance/records/{row.pk}/").content.decode()
    assert "家长看到的内容" in own
    assert WORDS in own


def test_the_student_goes_on_reading_the_printed_sentence(settled: World) -> None:
    row = write(settled, "王敏", "林子涵")[0]
    send(settled, row.pk, text=WORDS)
    assert WORDS not in settled.client("林子涵").get("/me/").content.decode()


def test_only_the_day_and_the_way_can_be_shown(settled: World) -> None:
    row = write(settled, "王敏", "林子涵", place="操场")[0]
    assert "操场" in family(settled)
    send(settled, row.pk, text=WORDS, show="day")
    page = family(settled)
    assert WORDS not in page
    assert "操场" not in page
    assert "11月23日" in page


def test_empty_words_bring_the_printed_sentence_back_and_what_was_said_is_kept(settled: World) -> None:
    row = write(settled, "王敏", "林子涵", place="操场")[0]
    send(settled, row.pk, text=WORDS)
    send(settled, row.pk, text="  ")
    assert "操场" in family(settled)
    old = FamilyText.objects.of(settled.school).get()
    assert (old.text, old.closed_at is not None) == (WORDS, True)


def test_the_same_operation_twice_is_one_row(settled: World) -> None:
    row, op = write(settled, "王敏", "林子涵")[0], str(uuid.uuid4())
    for _time in range(2):
        settled.client("王敏").post(url(row.pk), {"op": op, "text": WORDS})
    assert FamilyText.objects.of(settled.school).count() == 1


def test_words_are_said_of_one_student_of_an_occasion(settled: World) -> None:
    first, _second = write(settled, "王敏", "林子涵", "周一诺")
    send(settled, first.pk, text=WORDS)
    assert FamilyText.objects.of(settled.school).get().student_id == first.student_id


def test_a_guardian_with_restrictions_reads_no_words_and_of_visits_day_and_way_only(settled: World) -> None:
    talk = write(settled, "王敏", "林子涵", place="操场")[0]
    visit = write(settled, "王敏", "林子涵", kind="home_visit", channel="in_home", place="在外婆家")[0]
    send(settled, talk.pk, text=WORDS)
    send(settled, visit.pk, text="和外婆约好了")
    Guardianship.objects.of(settled.school).update(restricted_from=dt.date(2026, 11, 1))
    page = family(settled)
    assert WORDS not in page
    assert "操场" in page
    assert "外婆" not in page
    assert "家访" in page


def test_too_long_is_a_sentence_and_nothing_is_kept(settled: World) -> None:
    row = write(settled, "王敏", "林子涵")[0]
    page = settled.client("王敏").post(url(row.pk), {"text": "长" * 201}, follow=True).content.decode()
    assert "200" in page
    assert not FamilyText.objects.of(settled.school).exists()


def test_nobody_but_the_writer_says_what_a_family_reads(settled: World) -> None:
    row = write(settled, "王敏", "林子涵")[0]
    assert [send(settled, row.pk, name, text=WORDS) for name in ("李慧", "孙悦")] == [404, 404]
    assert send(settled, row.pk, "林母", text=WORDS) == 403
    assert send(settled, written_next_door(settled).pk, text=WORDS) == 404
    assert "家长看到的内容" not in settled.client("李慧").get(f"/guidance/records/{row.pk}/").content.decode()
