import io

from python_calamine import CalamineWorkbook

from tests.oversight.sharing import topic
from tests.oversight.training import url
from tests.world import World


def test_one_line_a_topic_within_reach(world: World) -> None:
    topic(world)
    for name, lines in (("孙悦", 2), ("李慧", 1)):
        answer = world.client(name).get(url("topic_excel"))
        rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
        assert len(rows) == lines
