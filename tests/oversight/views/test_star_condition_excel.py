import io

import openpyxl
import time_machine

from tests.oversight.starring import AFTER, decided, url
from tests.world import World


def test_the_list_names_who_holds_what_until_when(world: World) -> None:
    award = decided(world)
    with time_machine.travel(AFTER, tick=False):
        answer = world.client("郑岚").get(url("star_condition_excel"))
    rows = list(openpyxl.load_workbook(io.BytesIO(answer.content)).active.values)
    assert rows[0][:3] == ("学校", "工号", "姓名")
    assert rows[1][:3] == ("桃李中学", "T001", "王敏")
    assert rows[1][-3:] == ("2026-12-07", "2029-12-07", award.code)
