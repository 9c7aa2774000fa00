import pytest
from django.urls import reverse

from tests.documents.printing import KEY
from tests.world import World

URL = reverse("documents:form_show", args=[KEY])


def test_the_office_chooses_among_all(settled: World) -> None:
    page = settled.client("孙悦").get(URL).content.decode()
    assert all(name in page for name in ("林子涵", "赵思源", "吴桐"))
    assert "原文没有给出样式" in page


def test_a_mentor_chooses_among_the_own(settled: World) -> None:
    page = settled.client("王敏").get(URL).content.decode()
    assert "林子涵" in page
    assert "吴桐" not in page


def test_a_place_and_a_name_narrow_it(settled: World) -> None:
    room = settled.students["赵思源"].school_class_id
    page = settled.client("孙悦").get(URL, {"place": f"class:{room}"}).content.decode()
    assert "赵思源" in page
    assert "林子涵" not in page
    page = settled.client("孙悦").get(URL, {"q": "吴"}).content.decode()
    assert "吴桐" in page
    assert "林子涵" not in page
    assert "这里没有这个名字" in settled.client("孙悦").get(URL, {"q": "没有此人"}).content.decode()


def test_an_unknown_place_is_everywhere(settled: World) -> None:
    assert "吴桐" in settled.client("孙悦").get(URL, {"place": "class:nobody"}).content.decode()


def test_a_school_without_pairings_is_told_why(world: World) -> None:
    assert "还没有可以打印的人" in world.client("孙悦").get(URL).content.decode()


@pytest.mark.parametrize("key", ["no_such_form", "any_form"])
def test_an_unknown_form_is_not_found(settled: World, key: str) -> None:
    assert settled.client("孙悦").get(reverse("documents:form_show", args=[key])).status_code == 404


def test_a_form_of_other_roles_is_not_found(settled: World) -> None:
    assert settled.client("吴考").get(URL).status_code == 404
