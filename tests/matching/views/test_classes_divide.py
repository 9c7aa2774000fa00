import io

import xlsxwriter

from taoli.roster.models import SchoolClass, Student
from tests.matching.year import live
from tests.world import World

URL = "/matching/year/classes/"


def workbook() -> io.BytesIO:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        for number, row in enumerate((("姓名", "学号", "新班级"), ("林子涵", "S001", "高一(2)班"))):
            book.add_worksheet() if number == 0 else None
            book.worksheets()[0].write_row(number, 0, row)
    out.seek(0)
    out.name = "分班.xlsx"
    return out


def test_a_pasted_list_is_shown_then_written(going: World) -> None:
    client = going.client("孙悦")
    data = {
        "on": "2026-11-23",
        "way": "keep",
        "text": "学号\t班级\nS001\t高一(3)班\nS002\t高一(3)班\nS004\t高一(2)班\n",
    }
    page = client.post(URL, data).content.decode()
    assert "高一(1)班 → 高一(3)班：2 人" in page
    assert "1 人留在原班" in page
    assert not SchoolClass.objects.of(going.school).filter(name="高一(3)班").exists()
    chosen = {f"was_{one.student_id}": str(one.pk) for one in (live(going, "林子涵"), live(going, "周一诺"))}
    chosen |= {f"mentor_{going.students['林子涵'].pk}": str(going.staff["王敏"].pk)}
    chosen |= {f"mentor_{going.students['周一诺'].pk}": str(going.staff["陈立"].pk)}
    assert client.post(URL, data | chosen | {"confirmed": "1", "beyond": "on"}).status_code == 302
    assert Student.objects.of(going.school).get(number="S001").school_class.name == "高一(3)班"
    assert live(going, "林子涵").mentor_id == going.staff["王敏"].pk
    assert live(going, "周一诺").mentor_id == going.staff["陈立"].pk


def test_a_workbook_is_read_by_its_headings(going: World) -> None:
    data = {"on": "2026-11-23", "way": "match", "file": workbook()}
    assert "高一(1)班 → 高一(2)班：1 人" in going.client("孙悦").post(URL, data).content.decode()


def test_follow_proposes_who_teaches_the_new_class(going: World) -> None:
    data = {"on": "2026-11-23", "way": "follow", "text": "S001 高一(2)班"}
    page = going.client("孙悦").post(URL, data).content.decode()
    assert "高一(1)班 → 高一(2)班：1 人" in page


def test_faults_name_their_line(going: World) -> None:
    text = "S001\nS002 天文社\nS003 高一(2)班\nS003 高一(1)班\nS999 高一(2)班"
    page = going.client("孙悦").post(URL, {"on": "2026-11-23", "way": "keep", "text": text}).content.decode()
    assert "第1行：S001 后面没有班级" in page
    assert "第2行：天文社" in page
    assert "第4行：学号 S003" in page
    assert "S999" in page
    empty = going.client("孙悦").post(URL, {"on": "2026-11-23", "way": "keep", "text": ""}).content.decode()
    assert "请粘贴名单" in empty


def test_a_day_to_come_is_refused(going: World) -> None:
    data = {"on": "2026-12-23", "way": "keep", "text": "S001 高一(2)班", "confirmed": "1"}
    assert "请到那天再来办理" in going.client("孙悦").post(URL, data).content.decode()
