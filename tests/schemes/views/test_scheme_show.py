import uuid

from taoli.schemes.models import SchemeVersion
from tests.world import World

URL = "/schemes/"


def test_open_points_stand_on_top_with_the_clause(world: World, draft: SchemeVersion) -> None:
    page = world.client("孙悦").get(URL).content.decode()
    assert "还需填写" in page
    assert "一轮有几周：原文没有写；不填就算不出每轮的要求。" in page
    assert "导师：最少几人：原文没有写，由学校填写。" in page
    assert page.index("还需填写") < page.index("对各人的要求")
    assert "每轮第三周周三下午最后一节自习" in page


def test_mentor_reads_the_published_scheme_without_ways_to_change_it(world: World, published: SchemeVersion) -> None:
    page = world.client("王敏").get(URL).content.decode()
    assert "太谷二中 2012 全员育人导师制" in page
    assert "校本补充" in page
    assert "另建新版本</span>" not in page
    assert "每周约 77 分钟" in page


def test_before_publishing_a_mentor_is_told_that_there_is_none(world: World, draft: SchemeVersion) -> None:
    page = world.client("王敏").get(URL).content.decode()
    assert "德育处还没有发布。" in page
    assert world.client("王敏").get(URL, {"version": str(draft.pk)}).status_code == 404


def test_new_school_is_led_to_the_presets(world: World) -> None:
    page = world.client("孙悦").get(URL).content.decode()
    assert "/schemes/presets/" in page


def test_load_can_be_asked_for_other_numbers(world: World, published: SchemeVersion) -> None:
    page = world.client("孙悦").get(URL, {"students": "20"}).content.decode()
    assert "一位导师指导 20 名学生" in page
    assert world.client("孙悦").get(URL, {"students": "99999"}).status_code == 200


def test_unknown_version_is_not_found(world: World) -> None:
    client = world.client("孙悦")
    assert client.get(URL, {"version": str(uuid.uuid4())}).status_code == 404
    assert client.get(URL, {"version": "nonsense"}).status_code == 404
