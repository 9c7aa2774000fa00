import io

import openpyxl

from taoli.common.models import ViewLog
from tests.evaluation.honouring import published, url
from tests.world import World

URL = url("workload_excel")


def test_it_is_a_workbook_and_the_reading_is_logged(world: World) -> None:
    published(world)
    answer = world.client("钱程").get(URL)
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets[0]
    assert sheet["A2"].value == "T001"
    assert ViewLog.objects.of(world.school).filter(page="evaluation:workload_excel").exists()


def test_mentors_do_not_open_it(world: World) -> None:
    assert world.client("王敏").get(URL).status_code == 403
