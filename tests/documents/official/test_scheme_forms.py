"""实施方案 and the eight system documents."""

from taoli.engine.scheme import load_preset
from tests.documents.official.school_forms import data, sheets
from tests.duties.school import put_in_force
from tests.world import World

EIGHT = [
    "领导小组",
    "工作小组",
    "责任教师职责及要求",
    "班教导会制度",
    "家访制度",
    "汇报交流制度",
    "满意度测评制度",
    "工作考核",
]


def primary(world: World) -> None:
    """Put the primary school's scheme in force, which asks for the eight."""
    from django.conf import settings

    put_in_force(world, load_preset(settings.BASE / "presets" / "primary-352"))


def test_the_eight_documents_are_made_of_the_scheme(world: World) -> None:
    primary(world)
    found = data(world, "system_documents", "孙悦")["documents"]
    assert [one["title"].split("、", 1)[1] for one in found] == EIGHT
    said = {one["title"].split("、", 1)[1]: "\n".join(one["lines"]) for one in found}
    assert "校长：________________" in said["领导小组"]
    assert "政教处：" in said["工作小组"]
    assert "三心" in said["责任教师职责及要求"]
    assert "每月家访" in said["家访制度"]
    assert "班教导会" in said["班教导会制度"]
    assert "汇报交流会" in said["汇报交流制度"]
    assert "四方评价" in said["满意度测评制度"]
    assert "不记名" in said["满意度测评制度"]
    assert "小学352" in said["工作考核"]


def test_what_a_scheme_does_not_say_is_left_for_the_pen(settled: World) -> None:
    found = data(settled, "system_documents", "李慧")["documents"]
    assert any("由学校补充" in one["lines"][0] for one in found)


def test_the_scheme_as_a_paper_has_clauses_and_checksum(settled: World) -> None:
    found = data(settled, "scheme_document", "王敏")
    assert found["version"] == "1"
    assert len(found["checksum"]) == 64
    assert any("个别指导" in line and "〔" in line for one in found["chapters"] for line in one["lines"])


def test_before_a_scheme_there_is_none(world: World) -> None:
    assert sheets(world, "scheme_document", "孙悦") == []
    assert sheets(world, "system_documents", "孙悦") == []


def test_who_may_not_read_schemes_gets_none(settled: World) -> None:
    assert sheets(settled, "scheme_document", "林子涵") == []
