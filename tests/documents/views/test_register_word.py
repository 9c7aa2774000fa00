import pytest
from django.urls import reverse

from taoli.common.models import AuditEntry
from tests.documents.reading import footer, lines, table, word
from tests.world import World

URL = reverse("documents:register_word")
HEADS = ["序号", "导师姓名", "学科", "班级", "学习小组", "受导学生", "人数", "导师签字"]


def test_register_names_every_pairing_of_the_school(settled: World) -> None:
    paper = word(settled.client("孙悦"), URL)
    assert table(paper) == [
        HEADS,
        ["1", "王敏", "语文", "高一(1)班", "朝阳组", "林子涵、周一诺", "2", ""],
        ["2", "王敏", "语文", "高一(2)班", "春笋组", "赵思源", "1", ""],
        ["3", "李慧", "语文", "高一(1)班", "远山组", "孙浩然", "1", ""],
        ["4", "陈立", "语文", "高一(2)班", "春笋组", "钱多多", "1", ""],
        ["5", "周宁", "语文", "高二(1)班", "", "吴桐", "1", ""],
    ]
    assert lines(paper)[:2] == ["桃李中学导师与学生对接表", "2026-2027学年第一学期    导师 4 人    学生 6 人"]
    assert lines(paper)[-1] == "样式由桃李拟定"
    assert footer(paper).startswith("由 孙悦 于 2026年11月23日 10:05 打印")


def test_paper_is_a4_in_song_under_heads_in_hei_with_a_heading_row_that_repeats(settled: World) -> None:
    paper = word(settled.client("孙悦"), URL)
    section = paper.sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (29.7, 21.0)
    head = paper.tables[0].rows[0]
    assert "w:tblHeader" in head._tr.xml
    assert 'w:eastAsia="宋体"' in paper.styles["Normal"].element.xml
    assert 'w:eastAsia="黑体"' in head.cells[0].paragraphs[0].runs[0]._element.xml


@pytest.mark.parametrize(
    ("who", "students"),
    [
        ("王敏", {"林子涵、周一诺", "赵思源"}),
        ("李慧", {"林子涵、周一诺", "孙浩然"}),
        ("赵国栋", {"林子涵、周一诺", "孙浩然", "赵思源", "钱多多"}),
        ("钱程", {"林子涵、周一诺", "孙浩然", "赵思源", "钱多多", "吴桐"}),
    ],
)
def test_register_goes_as_far_as_the_reader(settled: World, who: str, students: set[str]) -> None:
    assert {row[5] for row in table(word(settled.client(who), URL))[1:]} == students


def test_download_is_audited(settled: World) -> None:
    word(settled.client("李慧"), URL)
    entry = AuditEntry.objects.of(settled.school).get(action="form.download")
    assert entry.person_id == settled.staff["李慧"].pk
    assert entry.data == {"form": "register.docx", "people": 3}


def test_assessor_and_student_get_none(settled: World) -> None:
    assert [settled.client(who).get(URL).status_code for who in ("吴考", "林子涵", "林母")] == [403, 403, 403]


def test_empty_register_says_so(world: World) -> None:
    answer = world.client("孙悦").get(URL, follow=True)
    assert "还没有人结对，对接表是空的。" in answer.content.decode()


def test_a_name_is_text_and_never_a_template(settled: World) -> None:
    student = settled.students["吴桐"]
    student.name = "{{ who }}<b>&"
    student.save()
    assert table(word(settled.client("孙悦"), URL))[5][5] == "{{ who }}<b>&"
