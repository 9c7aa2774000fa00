import uuid

from taoli.schemes.models import SchemeVersion
from tests.schemes.conftest import KEY
from tests.world import World

URL = f"/schemes/presets/{KEY}/adopt/"


def test_warning_stands_in_full_view_and_coverage_is_the_default(world: World) -> None:
    page = world.client("孙悦").get(URL).content.decode()
    assert "据报道，教师厅〔2025〕2号要求督查检查不得以留痕资料、台账作为评价依据，原文请学校自行核对。" in page
    assert "每人次 2 分、20 分封顶时，十名学生一个月就到顶。" in page
    assert 'value="coverage"' in page.split("checked")[0].rsplit("<input", 1)[1]


def test_adopting_makes_a_draft_once_even_when_sent_twice(world: World) -> None:
    client = world.client("孙悦")
    form = {"scoring": "counted", "op": str(uuid.uuid4())}
    first, second = client.post(URL, form), client.post(URL, form)
    row = SchemeVersion.objects.of(world.school).get()
    assert first["Location"] == second["Location"] == f"/schemes/?version={row.pk}"
    assert (row.edit, row.changes) == (1, {"appraisal.items.individual.chosen": "as_printed"})


def test_draft_that_would_start_anew_is_announced(world: World, draft: SchemeVersion) -> None:
    page = world.client("孙悦").get(URL).content.decode()
    assert "已经有一份草稿：《太谷二中 2012 全员育人导师制》第 1 版。" in page


def test_unknown_preset_is_not_found(world: World) -> None:
    assert world.client("孙悦").get("/schemes/presets/nothing/adopt/").status_code == 404


def test_nothing_chosen_is_a_sentence(world: World) -> None:
    answer = world.client("孙悦").post(URL, {"scoring": "by_magic"})
    assert answer.status_code == 200
    assert SchemeVersion.objects.of(world.school).count() == 0
