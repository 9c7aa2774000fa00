import io
import uuid

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import Workbook

from taoli.roster.models import WatchTurn
from tests.guidance.talking import body, watch
from tests.world import World

PAGE = "/roster/watch/"
PLAN = "日期\t时间\t姓名\t岗位\n11月23日\t夜间\t赵国栋\t值班领导\n2026-11-24,17:30-7:00,T002,副班\n11月23日 21:00-6:30 周宁 宿管 兰苑"


def test_a_pasted_plan_is_taken_whole_and_twice_is_once(world: World) -> None:
    client = world.client("孙悦")
    for _each in range(2):
        assert client.post(PAGE, {"text": PLAN, "op": str(uuid.uuid4())}).status_code == 302
    rows = WatchTurn.objects.of(world.school).order_by("starts").values_list("staff__name", "post", "place")
    assert list(rows) == [("赵国栋", "leader", ""), ("周宁", "dormitory", "兰苑"), ("李慧", "second", "")]
    page = body(client, PAGE)
    assert "11月23日 17:30 – 11月24日 07:00" in page
    assert "没有账号，呼叫不到" in page  # 周宁


def test_every_wrong_line_is_named_and_nothing_is_taken(world: World) -> None:
    lines = (
        "明天 夜间 李慧\n11月23日 傍晚 李慧\n11月23日 夜间\n11月23日 夜间 张三丰\n2月30日 夜间 李慧\n11月23日 夜间 李慧"
    )
    page = world.client("孙悦").post(PAGE, {"text": lines}).content.decode()
    for number in range(1, 6):
        assert f"第 {number} 行" in page
    assert not WatchTurn.objects.of(world.school).exists()
    assert "请粘贴值班表" in world.client("孙悦").post(PAGE, {"text": " "}).content.decode()


def test_a_workbook_is_read_and_a_disguised_file_is_refused(world: World) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["日期", "时间", "姓名"])
    sheet.append(["2026-11-23", "全天", "钱程"])
    data = io.BytesIO()
    book.save(data)
    client = world.client("孙悦")
    assert client.post(PAGE, {"file": SimpleUploadedFile("值班.xlsx", data.getvalue())}).status_code == 302
    assert WatchTurn.objects.of(world.school).get().staff.name == "钱程"
    answer = client.post(PAGE, {"file": SimpleUploadedFile("值班.xlsx", b"\x89PNG not a workbook")})
    assert "这个文件读不了" in answer.content.decode()


def test_leads_see_the_plan_and_change_nothing(world: World) -> None:
    client = world.client("赵国栋")
    assert "录入这些值班" not in body(client, PAGE)
    assert client.post(PAGE, {"text": PLAN}).status_code == 200
    assert not WatchTurn.objects.of(world.school).exists()


def test_more_turns_ask_the_database_nothing_more(world: World) -> None:
    client, counts = world.client("孙悦"), []
    for names in (("赵国栋",), ("李慧", "周宁")):
        for name in names:
            watch(world, name)
        with CaptureQueriesContext(connection) as seen:
            body(client, PAGE)
        counts.append(len(seen))
    assert counts[0] == counts[1]
