import re

from taoli.care.models import CategoryKind
from tests.care.caring import sent
from tests.duties.school import settle
from tests.world import World

URL = "/care/categories/list/"


def filled(page: str) -> dict[str, str]:
    """What the page's form holds, as a browser sends it."""
    form = dict(re.findall(r'name="((?:label|stamp)\w*)" value="([^"]*)"', page))
    form |= dict.fromkeys(re.findall(r'name="(on_\w+)"[^>]*checked', page), "on")
    for name in re.findall(r'name="(seen_\w+)"', page):
        form[name] = "homeroom"
    return form


def test_the_office_names_switches_and_adds(world: World) -> None:
    settle(world)
    client = world.client("孙悦")
    form = filled(client.get(URL).content.decode())
    form |= {
        "label_poverty": "家庭需要资助",
        "seen_poverty": "mentor",
        "label_new0": "寄宿新生",
        "seen_new0": "office",
        "on_new0": "on",
    }
    form.pop("on_wealth", None)
    assert client.post(URL, sent(**form)).status_code == 302
    rows = {row.label: row for row in CategoryKind.objects.of(world.school)}
    assert (rows["家庭需要资助"].seen_by, rows["寄宿新生"].seen_by, len(rows)) == ("mentor", "office", 9)


def test_two_of_one_name_are_refused_and_nothing_is_lost(world: World) -> None:
    settle(world)
    client = world.client("孙悦")
    form = filled(client.get(URL).content.decode()) | {"label_new0": "寄宿新生", "label_new1": "寄宿新生"}
    page = client.post(URL, sent(**form)).content.decode()
    assert "两次" in page
    assert page.count("寄宿新生") >= 2
    assert not CategoryKind.objects.of(world.school).exists()


def test_a_page_open_too_long_says_so(world: World) -> None:
    settle(world)
    client = world.client("孙悦")
    form = filled(client.get(URL).content.decode())
    client.post(URL, sent(**form, label_new0="寄宿新生"))
    page = client.post(URL, sent(**form, label_new0="转学生")).content.decode()
    assert "另一个页面" in page
