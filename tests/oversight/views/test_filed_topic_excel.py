import io

from python_calamine import CalamineWorkbook

from taoli.oversight.services.topics import file_topic
from tests.oversight.sharing import topic
from tests.oversight.training import url
from tests.world import World


def test_one_line_a_topic_with_its_school(world: World) -> None:
    file_topic(by=world.office, pk=topic(world).pk)
    answer = world.client("郑岚").get(url("filed_topic_excel"))
    rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert rows[1][:4] == ["桃李中学", "导师谈心的时机", "区县级", "王敏"]
