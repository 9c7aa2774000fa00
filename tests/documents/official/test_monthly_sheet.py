from taoli.documents.official.registry import forms
from taoli.documents.official.rendering import pdf
from tests.documents.official.pages import texts_of
from tests.documents.official.people import data, read
from tests.documents.official.test_forms_about_people import FRAME
from tests.guidance.writing import write
from tests.world import World


def test_records_stand_by_month_what_was_only_tried_does_not(worked: World) -> None:
    found = data(worked, "monthly_sheet")
    assert [(one["month"], len(one["lines"])) for one in found["months"]] == [
        ("2026年9月", 1),
        ("2026年10月", 2),
        ("2026年11月", 2),
    ]
    assert "图书角" in found["months"][0]["lines"][0]["said"]


def test_without_records_it_says_so(worked: World) -> None:
    found = data(worked, "monthly_sheet", name="赵思源")
    assert (found["months"], found["notes"]) == ([], ["本学期暂无记录。"])


def test_four_hundred_records_flow_over_pages(worked: World) -> None:
    for _turn in range(4):
        write(worked, "王敏", "林子涵")
    (sheet,) = read(worked, "monthly_sheet", "王敏", "林子涵")
    month = sheet.data["months"][-1]
    month["lines"] *= 70
    assert len(month["lines"]) > 400
    pages = texts_of(pdf(forms()["monthly_sheet"], FRAME, [sheet]))
    assert 8 <= len(pages) <= 30
    # The head of the table is on every page in between.
    assert all("记录人" in page for page in pages[:-1])
