"""Where the tables of a sheet are."""

from tests.roster.readers.reading import areas

HEAD = ["学号", "姓名", "班级"]
FIRST, SECOND = ["S1", "何晨曦", "高一1班"], ["S2", "罗一鸣", "高一1班"]


def test_titles_stand_above_the_headings_and_rows_keep_their_numbers() -> None:
    (area,) = areas(["某某中学学生名册"], ["填表日期：2026年9月"], [], HEAD, FIRST, [], SECOND)
    assert (area.row, [head.plain for head in area.heads]) == (4, HEAD)
    assert area.rows == [(5, FIRST), (7, SECOND)]


def test_headings_of_two_lines_become_one() -> None:
    upper = ["学生信息", "", "", "父亲", "", "母亲", ""]
    lower = ["学号", "姓名", "班级", "姓名", "电话", "姓名", "电话"]
    merged = [(1, 1, 1, 3), (1, 4, 1, 5), (1, 6, 1, 7)]
    (area,) = areas(upper, lower, [*FIRST, "何父", "1", "何母", "2"], merged=merged)
    assert [head.plain for head in area.heads] == [*HEAD, "父亲姓名", "父亲电话", "母亲姓名", "母亲电话"]
    assert (area.row, [number for number, _cells in area.rows]) == (2, [3])


def test_headings_merged_downwards_stand_beside_those_of_two_lines() -> None:
    upper = ["学号", "姓名", "班级", "家长信息", ""]
    lower = ["", "", "", "家长姓名", "家长电话"]
    merged = [(1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 2, 3), (1, 4, 1, 5)]
    (area,) = areas(upper, lower, [*FIRST, "何父", "1"], merged=merged)
    assert [head.plain for head in area.heads] == [*HEAD, "家长姓名", "家长电话"]
    assert [head.text for head in area.heads] == [*HEAD, "家长信息 家长姓名", "家长信息 家长电话"]


def test_a_word_over_columns_that_are_not_merged_reaches_to_the_next_word() -> None:
    upper = ["学号", "姓名", "班级", "父亲", "", "母亲", ""]
    lower = ["", "", "", "姓名", "电话", "姓名", "电话"]
    (area,) = areas(upper, lower, [*FIRST, "何父", "1", "何母", "2"])
    assert [head.plain for head in area.heads][3:] == ["父亲姓名", "父亲电话", "母亲姓名", "母亲电话"]


def test_a_class_merged_down_a_column_fills_down() -> None:
    (area,) = areas(HEAD, ["S1", "甲一", "高一1班"], ["S2", "甲二"], ["S3", "甲三", "高一2班"], merged=[(2, 3, 3, 3)])
    assert [cells[2] for _number, cells in area.rows] == ["高一1班", "高一1班", "高一2班"]
    assert area.joined == {(3, 3)}


def test_totals_and_notes_are_dropped_and_told() -> None:
    end = [
        ["小计", "2人"],
        ["合计", "", "2人"],
        [],
        ["制表人：某某", "", "审核："],
        ["备注：走读生另附名单"],
        ["共2人"],
    ]
    (area,) = areas(HEAD, FIRST, SECOND, *end)
    assert [number for number, _cells in area.rows] == [2, 3]
    assert [row for row, _text in area.dropped] == [4, 5, 7, 8, 9]
    assert area.dropped[0] == (4, "小计 2人")


def test_lists_side_by_side_are_several_tables() -> None:
    left, right = areas(["高一(1)班名单"], [*HEAD[:2], "", *HEAD[:2]], ["S1", "甲", "", "S2", "乙"], ["S3", "丙"])
    assert (left.rows, right.rows) == ([(3, ["S1", "甲"]), (4, ["S3", "丙"])], [(3, ["S2", "乙"])])
    assert ([head.column for head in left.heads], [head.column for head in right.heads]) == ([1, 2], [4, 5])
    assert {left.context.school_class, right.context.school_class} == {"高一(1)班"}


def test_tables_below_each_other_have_titles_of_their_own() -> None:
    first, second = areas(
        ["高一(1)班 启明组 导师：宋雨"],
        HEAD[:2],
        ["S1", "甲"],
        [],
        ["高一(2)班 远航组 导师：唐川"],
        HEAD[:2],
        ["S2", "乙"],
    )
    assert (first.context.school_class, first.context.group, first.context.leader) == ("高一(1)班", "启明组", "宋雨")
    assert (second.context.school_class, second.context.group, second.context.leader) == ("高一(2)班", "远航组", "唐川")
    assert (first.rows, second.rows) == ([(3, ["S1", "甲"])], [(7, ["S2", "乙"])])


def test_a_line_between_the_rows_may_begin_another_group() -> None:
    found = areas(HEAD[:2], ["第1小组 导师：宋雨"], ["S1", "甲"], ["第2小组 导师：唐川"], ["S2", "乙"])
    assert [(one.context.group, one.context.leader, [n for n, _c in one.rows]) for one in found] == [
        ("第1小组", "宋雨", [3]),
        ("第2小组", "唐川", [5]),
    ]


def test_headings_repeated_on_each_printed_page_are_not_rows() -> None:
    first, second = areas(HEAD, FIRST, HEAD, SECOND)
    assert [number for area in (first, second) for number, _cells in area.rows] == [2, 4]


def test_a_column_without_a_heading_counts_when_it_holds_something() -> None:
    (area,) = areas(["学号", "姓名", "", "", "性别"], ["S1", "甲", "", "高一1班", "男"])
    assert [head.plain for head in area.heads] == ["学号", "姓名", "", "性别"]


def test_headings_in_own_words_are_found_by_what_stands_below() -> None:
    (area,) = areas(["代号甲", "叫什么", "哪个屋"], ["20260101", "甲一", "高一1班"], ["20260102", "甲二", "高一1班"])
    assert (area.row, len(area.rows)) == (1, 2)


def test_a_sheet_of_other_things_has_no_table() -> None:
    assert areas(["填表说明"], ["请在九月前交"], ["谢谢配合"]) == []
