from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from taoli.neighbourhood.models import Resource
from taoli.neighbourhood.readers.resources import HEAD, SHEET
from taoli.roster.services.sheets import workbook
from tests.neighbourhood.visiting import place
from tests.world import World

URL = "/neighbourhood/places/import/"
GOOD = ("梅湾图书馆", "图书馆", "学业辅导", "小学", "40", "", "", "周六、日", "", "是")


def send(world: World, *rows: tuple[str, ...], head: Any = HEAD, data: bytes | None = None) -> str:
    file = SimpleUploadedFile("list.xlsx", data or workbook([(SHEET, head, rows)]))
    return world.client("郑岚").post(URL, {"file": file}, follow=True).content.decode()


def test_new_places_come_in_and_known_ones_are_changed(world: World) -> None:
    row = place(world)
    page = send(world, GOOD, ("春和博物馆", "博物馆", "思想引导", "", "80", "", "", "", "", "否"))
    assert "新增 1 处，更新 1 处" in page
    row.refresh_from_db()
    assert (row.capacity, row.weekdays, row.published) == (80, [], False)
    assert Resource.objects.of(row.school).get(name="梅湾图书馆").weekdays == [5, 6]


def test_each_fault_has_a_sentence_and_a_place_and_nothing_is_changed(world: World) -> None:
    bad = ("", "动物园", "体育", "小" * 41, "很多", "", "", "周八", "", "")
    page = send(world, GOOD, bad, GOOD)
    for words in (
        "缺少名称",
        "“动物园”不在可选项里",
        "“体育”不在可选项里",
        "“很多”不是人数",
        "超过 40 个字",
        "“周八”不是星期",
    ):
        assert words in page
    assert "在第 2 行已经出现过" in page
    assert f"{SHEET} · 3 · 最多人数" in page
    assert not Resource.objects.of(world.bureaus["district"]).exists()


def test_no_workbook_no_headings_no_rows(world: World) -> None:
    assert "无法读取" in send(world, data=b"nonsense")
    assert "找不到表头行" in send(world, ("1", "2"), head=("甲", "乙"))
    assert "表头下面没有资源" in send(world)
    assert "超过 2 MB" in send(world, data=b"x" * (2 * 1024 * 1024 + 1))
