import uuid

from taoli.guidance.models import GuidanceRecord
from tests.guidance.ticking import sent, sheet_of
from tests.guidance.writing import write
from tests.world import World

URL = "/guidance/ticks/type/"


def test_a_page_is_saved_in_one_go_and_once(settled: World) -> None:
    sheet, client = sheet_of(settled), settled.client("孙悦")
    form = {
        "code": sheet.code,
        "tick": [sent(settled, "林子涵"), sent(settled, "周一诺", "visit")],
        "op": str(uuid.uuid4()),
    }
    for _each in range(2):
        assert client.post(URL, form)["Location"] == URL
    assert GuidanceRecord.objects.of(settled.school).count() == 2
    assert "已录入 2 条记录。" in client.get(URL).content.decode()


def test_the_page_mirrors_the_paper_and_shows_what_was_entered_before(settled: World) -> None:
    sheet, client = sheet_of(settled), settled.client("孙悦")
    write(settled, "王敏", "林子涵")
    page = client.get(f"{URL}?code={sheet.code.lower()}").content.decode()
    assert page.count("data-done") == 1
    assert page.count('name="tick"') == len(sheet.students) * 4 - 1
    assert page.count("data-ahead") == len(sheet.students) * 4 * 4


def test_an_unknown_code_is_said(settled: World) -> None:
    assert "没有这个编号的勾选表" in settled.client("孙悦").get(f"{URL}?code=ZZZZZ").content.decode()


def test_a_wrong_box_keeps_what_was_ticked(settled: World) -> None:
    sheet = sheet_of(settled)
    form = {"code": sheet.code, "tick": [sent(settled, "林子涵"), sent(settled, "吴桐"), "nonsense"]}
    page = settled.client("孙悦").post(URL, form).content.decode()
    assert "有一个勾不在这张表上" in page
    assert page.count('name="tick"') == page.count('name="tick" value=')
    assert " checked>" in page
    assert not GuidanceRecord.objects.of(settled.school).exists()
