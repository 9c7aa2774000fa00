from taoli.oversight.services.topics import reach_stage
from tests.oversight.sharing import topic
from tests.oversight.training import url
from tests.world import TODAY, World


def test_stages_reached_and_to_come(world: World) -> None:
    row = topic(world)
    here = url("topic_show", row.pk)
    reach_stage(by=world.office, pk=row.pk, step="applied", day=TODAY, document="申报书")
    page = world.client("孙悦").get(here)
    assert [one.label for one in page.context["lines"]] == ["申报", "立项", "开题", "中期", "结题"]
    assert "申报书" in page.content.decode()
    reach_stage(by=world.office, pk=row.pk, step="ended", day=TODAY, document="")
    page = world.client("王敏").get(here)
    assert [one.label for one in page.context["lines"]] == ["申报", "终止"]
    assert "登记环节" not in page.content.decode()
    assert world.client("李慧").get(here).status_code == 404
