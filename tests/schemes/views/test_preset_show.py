from tests.world import World


def test_everything_a_scheme_asks_stands_by_role(world: World) -> None:
    page = world.client("孙悦").get("/schemes/presets/taigu-no2-2012/").content.decode()
    assert "个别指导：每月至少 1 次，对每名学生。" in page
    assert "太谷二中2012 · 个别指导" in page
    assert "每周约 57 分钟" in page


def test_there_are_only_the_presets_that_ship(world: World) -> None:
    assert world.client("孙悦").get("/schemes/presets/nobody-knows/").status_code == 404
    assert world.client("王敏").get("/schemes/presets/taigu-no2-2012/").status_code == 403
