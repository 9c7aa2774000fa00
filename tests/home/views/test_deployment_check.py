from typing import Any

import pytest

from tests.world import World


def get(world: World, name: str) -> str:
    answer = world.client(name).get("/deployment-check/")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("name", ["郑明", "孙悦"])
def test_it_says_what_to_do_in_plain_words(world: World, name: str) -> None:
    page = get(world, name)
    assert "部署体检" in page
    assert "项要处理。" in page
    assert "密码在网络上是明文" in page
    assert "本服务器只在校园网内" in page


def test_on_the_campus_network_it_names_what_takes_the_place(world: World) -> None:
    page = get(world, "郑明")
    assert page.count("这里不能用") == 7
    assert "第二天回校补记" in page


def test_on_a_public_host_everything_works(world: World, settings: Any) -> None:
    settings.PLACE, settings.HTTPS = "public", True
    page = get(world, "郑明")
    assert "在有备案域名的公网主机上" in page
    assert "这里不能用" not in page


def test_it_offers_no_button_and_names_no_path_of_the_server(world: World, settings: Any) -> None:
    page = get(world, "郑明")
    main = page[page.index("<main") : page.index("</main>")]
    assert "<button" not in main
    assert str(settings.DATA) not in page


def test_others_do_not_see_it_and_have_no_link_to_it(world: World) -> None:
    assert world.client("王敏").get("/deployment-check/").status_code == 403
    assert "/deployment-check/" not in world.client("王敏").get("/me/").content.decode()
    assert 'href="/deployment-check/"' in world.client("郑明").get("/me/").content.decode()


def test_it_speaks_english_too(world: World, settings: Any) -> None:
    settings.LANGUAGE_CODE = "en"
    answer = world.client("郑明").get("/deployment-check/", headers={"accept-language": "en"})
    assert "Passwords travel in the open." in answer.content.decode()
