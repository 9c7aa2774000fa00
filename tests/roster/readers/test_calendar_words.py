import pytest

from taoli.roster.readers.calendar_words import follows_in, guess, is_almanac, is_festival, type_of, weekday_number


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("放假", "holiday"),
        ("上课(补课/调休)", "make_up"),
        ("补课/调休", "make_up"),
        ("考试", "exam"),
        ("会议", "event"),
        ("调休", "swap"),
        ("放假/上课", None),
        ("看情况", None),
    ],
)
def test_type_column(text: str, kind: str | None) -> None:
    assert type_of(text) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("国庆放假", "holiday"),
        ("停课一天", "holiday"),
        ("9月20日上课", "make_up"),
        ("补周三的课", "make_up"),
        ("期中考试", "exam"),
        ("期末", "exam"),
        ("期中考试质量分析会", "event"),
        ("月考", "event"),
        ("调休", "swap"),
        ("放假，10日上课", "event"),
        ("休", "holiday"),
        ("班", "make_up"),
        ("考", "exam"),
    ],
)
def test_words_of_a_name_or_remark(text: str, kind: str) -> None:
    assert guess(text) == kind


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("补周二课", ("二", None)),
        ("上周五的课", ("五", None)),
        ("按周三课表上课", ("三", None)),
        ("执行星期一课表", ("一", None)),
        ("补10月6日(周二)的课", ("二", "6")),
        ("补10月6日课", (None, "6")),
    ],
)
def test_whose_timetable_is_followed(text: str, said: tuple[str | None, str | None]) -> None:
    match = follows_in(text)
    assert match is not None
    assert (match["weekday"], match["day"]) == said


def test_lessons_without_a_timetable_follow_nobodys() -> None:
    assert [follows_in(text) for text in ("上课", "补课", "10月10日上课")] == [None, None, None]


def test_festivals_and_almanac_words() -> None:
    assert [is_festival(text) for text in ("国庆节", "中秋", "教师节")] == [True, True, False]
    assert [is_almanac(text) for text in ("初一", "廿三", "立冬", "八月", "秋游")] == [True, True, True, True, False]
    assert [weekday_number(letter) for letter in "一日天"] == [1, 7, 7]
