"""Every meaning a column may have has words, in both languages."""

from django.utils import translation

from taoli.roster.phrases.questions import KINDS, MEANINGS, meaning, question_lines, table_words
from taoli.roster.readers.columns import ALL_SHEETS
from taoli.roster.readers.guess import IGNORE, ColumnGuess, Guess, TablePlace


def test_every_column_of_every_kind_has_words() -> None:
    keys = {column.key for sheet in ALL_SHEETS for column in sheet.all}
    assert keys - set(MEANINGS) == set()
    assert set(KINDS) == {sheet.key for sheet in ALL_SHEETS} | {IGNORE}


def test_one_key_means_what_it_is_called_in_its_table() -> None:
    assert [meaning(kind, "number") for kind in ("students", "staff")] == ["学号", "工号"]
    assert meaning("teaching", "taught:语文") == "语文 任课教师"
    assert meaning("students", "") == "不读取"
    with translation.override("en"):
        assert meaning("guardians", "name") == "Guardian's name"


def guess(**changed: object) -> Guess:
    column = ColumnGuess("0", "C", "名儿", ("张伟",), "name", certain=False, why="content")
    facts = {"id": "a", "kind": "students", "kind_certain": True, "kind_why": "headings", "columns": (column,)}
    places = tuple(TablePlace("各班.xlsx", f"高一({n})班", 0, 2, 6, school_class=f"高一({n})班") for n in range(1, 9))
    return Guess(**{**facts, "places": places, **changed})  # type: ignore[arg-type]


def test_a_table_is_named_by_its_sheets_and_says_what_its_titles_say() -> None:
    words = table_words(guess().as_json())
    assert words["title"] == "高一(1)班、高一(2)班、高一(3)班…"
    assert words["places"][0] == "各班.xlsx · 高一(1)班 · 6 行 · 班级 高一(1)班"
    assert (len(words["places"]), words["more"]) == (6, 2)


def test_a_command_prints_what_is_not_certain() -> None:
    assert question_lines([guess()]) == ["各班.xlsx · 高一(1)班，C 列 名儿：看作 姓名，拿不准"]
    assert question_lines([guess(kind_certain=False, columns=())]) == ["各班.xlsx · 高一(1)班：看作 学生，拿不准"]
