from taoli.schemes import services
from taoli.schemes.models import SchemeVersion
from tests.schemes.conftest import KEY
from tests.world import World

URL = "/schemes/presets/compare/"


def test_own_version_beside_the_text_marks_what_differs_in_words(world: World, ready: SchemeVersion) -> None:
    row = services.set_values(
        by=world.office, pk=ready.pk, changes={"duties.individual.per": "two_weeks"}, edit=ready.edit
    )
    page = world.client("孙悦").get(URL, {"left": str(row.pk), "right": KEY})
    parts = {part.title: part.same for part in page.context["parts"]}
    assert (parts["谈话"], parts["家校联系"]) == (False, True)
    text = page.content.decode()
    assert "个别指导：每两周至少 1 次，对每名学生（导师）。" in text
    assert "不同" in text


def test_only_what_differs_can_be_shown(world: World, ready: SchemeVersion) -> None:
    page = world.client("孙悦").get(URL, {"left": str(ready.pk), "right": KEY, "differs": "1"})
    assert {part.title for part in page.context["parts"]} == {"指导人数", "轮与固定时间"}


def test_without_a_choice_two_are_offered(world: World) -> None:
    assert world.client("孙悦").get(URL).status_code == 200


def test_somebody_elses_scheme_and_unknown_names_are_not_found(world: World) -> None:
    theirs = SchemeVersion.objects.create(school=world.other, preset_key=KEY, version=1, title="邻校")
    client = world.client("孙悦")
    assert client.get(URL, {"left": str(theirs.pk)}).status_code == 404
    assert client.get(URL, {"left": "nobody-knows"}).status_code == 404
