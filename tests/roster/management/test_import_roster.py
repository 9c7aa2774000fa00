"""`manage.py import_roster`."""

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from taoli.accounts.models import Account
from taoli.common.models import School
from taoli.common.state import state_hash
from taoli.roster.models import Student
from tests.roster.books import changed, school_book, workbook
from tests.roster.corpora.habits_files import headings_in_other_words, students_and_staff_in_two_files


@pytest.fixture
def school(db: None) -> School:
    return School.objects.create(code="xin", name="新校")


def run(file: Path, *more: str, school: str = "xin") -> str:
    out = io.StringIO()
    call_command("import_roster", str(file), "--school", school, *more, stdout=out)
    return out.getvalue()


def book(folder: Path, data: bytes) -> Path:
    file = folder / "名册.xlsx"
    file.write_bytes(data)
    return file


def test_without_apply_it_only_shows(school: School, tmp_path: Path) -> None:
    before = state_hash()
    text = run(book(tmp_path, workbook(school_book())))
    assert "学生：新增 4" in text
    assert "有 1 个身份证号没有读入：本校没有打开“保存身份证号”。" in text
    assert state_hash() == before


def test_apply_writes_and_opens_accounts(school: School, tmp_path: Path) -> None:
    text = run(book(tmp_path, workbook(school_book())), "--apply")
    assert "已完成。新开通账号 9 个。" in text
    assert Student.objects.of(school).count() == 4
    assert Account.objects.filter(username="xin-20260004").exists()


def test_the_same_file_again_changes_nothing_and_says_so(school: School, tmp_path: Path) -> None:
    file = book(tmp_path, workbook(school_book()))
    run(file, "--apply")
    before = state_hash()
    assert "名册里已经是这样，没有要改的。" in run(file, "--apply")
    assert state_hash() == before


def test_problems_are_listed_and_nothing_is_written(school: School, tmp_path: Path) -> None:
    before = state_hash()
    out = io.StringIO()
    with pytest.raises(CommandError, match=r"^有 1 处需要再看一看。什么也没有改动。$"):
        call_command(
            "import_roster", str(book(tmp_path, changed("任课", 3, 1, "高一(13)班"))), "--school", "xin", stdout=out
        )
    assert "任课 第 3 行 班级: 高一(13)班 不在名册里。请先添加该班，或改为已有班级。" in out.getvalue()
    assert state_hash() == before


def test_an_unknown_school_and_an_absent_file_are_told(school: School, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no school with the code nope"):
        run(book(tmp_path, b""), school="nope")
    with pytest.raises(CommandError, match="absent"):
        run(tmp_path / "absent.xlsx")


def test_several_files_come_in_together(school: School, tmp_path: Path) -> None:
    files = []
    for name, data in students_and_staff_in_two_files().files:
        files.append(tmp_path / name)
        files[-1].write_bytes(data)
    out = io.StringIO()
    call_command("import_roster", *map(str, files), "--school", "xin", "--apply", stdout=out)
    text = out.getvalue()
    assert "学生：新增 18" in text
    assert "教职工：新增 6" in text
    assert Student.objects.of(school).count() == 18


def test_what_is_not_certain_is_told_and_nothing_is_written(school: School, tmp_path: Path) -> None:
    ((name, data),) = headings_in_other_words().files
    (tmp_path / name).write_bytes(data)
    before, out = state_hash(), io.StringIO()
    with pytest.raises(CommandError, match=r"^有 \d+ 处拿不准。什么也没有改动。"):
        call_command("import_roster", str(tmp_path / name), "--school", "xin", "--apply", stdout=out)
    assert "新建工作表.xlsx · Sheet1，D 列 名儿：看作 姓名，拿不准" in out.getvalue()
    assert state_hash() == before
