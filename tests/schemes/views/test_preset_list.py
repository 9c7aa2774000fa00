from tests.world import World


def test_presets_say_what_they_ask_before_anything_is_adopted(world: World) -> None:
    page = world.client("孙悦").get("/schemes/presets/").content.decode()
    assert "贵校有 9 位教职工、6 名学生。" in page
    assert "太二发〔2012〕1号" in page
    assert "个别指导：每月至少 1 次，对每名学生。" in page
    assert "每周约 57 分钟" in page


def test_presets_are_for_the_office(world: World) -> None:
    assert world.client("王敏").get("/schemes/presets/").status_code == 403
