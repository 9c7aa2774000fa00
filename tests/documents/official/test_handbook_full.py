from taoli.documents.official.layout import Sheet
from taoli.documents.official.registry import forms
from taoli.documents.official.rendering import pdf
from tests.documents.official.pages import texts_of
from tests.documents.official.people import SEPTEMBER, data, read
from tests.documents.official.test_forms_about_people import FRAME
from tests.guidance.writing import write
from tests.world import World


def test_everything_stands_in_its_chapter(worked: World) -> None:
    book = data(worked, "handbook_full", name="王敏")
    assert [one["student"] for one in book["students"]] == ["林子涵", "周一诺", "赵思源"]
    assert [len(one["talks"]) for one in book["students"]] == [1, 0, 0]
    for chapter, on in (("contacts", "10月20日 周二"), ("visits", "11月3日 周二"), ("cases", "11月3日 周二")):
        assert [(row["student"], row["on"]) for row in book[chapter]] == [("林子涵", on)]
    assert [row["theme"] for row in book["activities"]] == ["图书角值日"]
    assert [row["place"] for row in book["conferences"]] == ["会议室"]
    assert all(row["ref"].startswith("太谷二中2012") or row["ref"] for row in book["duties"])
    assert [row["month"] for row in book["months"]][:2] == ["2026年9月", "2026年10月"]


def test_work_for_somebody_who_has_another_mentor_now_stays_in_the_book(worked: World) -> None:
    write(worked, "李慧", "林子涵", held_on=SEPTEMBER)
    book = data(worked, "handbook_full", "孙悦", "李慧")
    assert [(one["student"], one["since"]) for one in book["students"]][-1] == ("林子涵", "此前或临时指导")


def test_a_mentor_without_students_has_a_book_that_says_so(worked: World) -> None:
    book = data(worked, "handbook_full", "孙悦", "赵国栋")
    assert (book["students"], book["notes"]) == ([], ["本学期暂无受导学生。"])


def test_ten_students_make_about_ten_pages_and_long_names_stay_whole(worked: World) -> None:
    (sheet,) = read(worked, "handbook_full", "孙悦", "王敏")
    name = "阿依古丽·买买提" * 4
    one = {**sheet.data["students"][0], "student": name}
    one["talks"] = one["talks"] * 18
    book = {**sheet.data, "students": [one] * 10}
    pages = texts_of(pdf(forms()["handbook_full"], FRAME, [Sheet(None, "", book)]))
    assert 8 <= len(pages) <= 14
    assert "".join(pages).count(name) == 10
