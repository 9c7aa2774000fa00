import io

import openpyxl

from tests.engine.examples import CLAUSE
from tests.evaluation.honouring import published, url
from tests.evaluation.queries.test_honours import FIRST
from tests.world import World

URL = url("allowance_excel")


def test_it_is_a_workbook_by_staff_number(world: World) -> None:
    published(world, FIRST, allowance={"kind": "fixed", "amount": 300, "clause": CLAUSE})
    answer = world.client("孙悦").get(f"{URL}?term={world.term.pk}")
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets[0]
    assert [row[0].value for row in sheet.iter_rows()] == ["工号", "T001", "T002", "T003", "T009", "合计"]


def test_without_an_allowance_there_is_none_and_mentors_do_not_open_it(world: World) -> None:
    assert world.client("孙悦").get(URL).status_code == 404
    assert world.client("王敏").get(URL).status_code == 403
