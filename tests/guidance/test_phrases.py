import datetime as dt

import pytest

from taoli.guidance import phrases

DAY = dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (
            {"kind": "talk", "channel": "face_to_face", "place": "校内", "topics": ["学业辅导", "生活指导"]},
            "11月23日 在校内与林子涵谈话，内容：学业辅导、生活指导。",
        ),
        ({"kind": "talk", "channel": "face_to_face"}, "11月23日 与林子涵谈话。"),
        ({"kind": "family_contact", "channel": "phone"}, "11月23日 与林子涵的家长通电话。"),
        (
            {"kind": "home_visit", "channel": "in_home", "place": "学生家里"},
            "11月23日 在学生家里与林子涵的家长面谈（家访）。",
        ),
        (
            {"kind": "group_activity", "channel": "face_to_face", "theme": "秋日读书"},
            "11月23日 与林子涵一起活动，主题：秋日读书。",
        ),
        ({"kind": "family_contact", "channel": "phone", "made": False}, "11月23日 联系林子涵，没联系上。"),
    ],
)
def test_a_record_prints_one_sentence(said: dict[str, object], sentence: str) -> None:
    assert phrases.printed(held_on=DAY, students=["林子涵"], **said) == sentence  # type: ignore[arg-type]


def test_several_students_stand_in_one_sentence() -> None:
    said = phrases.printed(held_on=DAY, students=["林子涵", "周一诺"], kind="talk", channel="face_to_face")
    assert said == "11月23日 与林子涵、周一诺谈话。"


@pytest.mark.parametrize(
    ("kinds", "channels", "key"),
    [
        (["talk"], [], "talk"),
        (["group_talk", "group_activity"], [], "activity"),
        (["family_contact", "home_visit"], [], "phone"),
        (["family_contact"], ["message"], "message"),
        (["home_visit"], ["in_home"], "visit"),
        (["plan"], [], ""),
    ],
)
def test_a_duty_leads_to_the_way_that_fulfils_it(kinds: list[str], channels: list[str], key: str) -> None:
    assert phrases.way_for(kinds, channels) == key


def test_every_way_is_found_again_from_what_is_stored() -> None:
    assert [phrases.way_of(way.kind, way.channel).key for way in phrases.WAYS.values()] == list(phrases.WAYS)


def test_every_way_is_of_the_schemes_vocabulary() -> None:
    from taoli.engine.scheme.vocabulary import Channel, Kind

    for way in phrases.WAYS.values():
        assert (way.kind in set(Kind)) == (way != phrases.SEEN)  # what is seen on duty is no scheme's to ask for
        assert way.channel in set(Channel)


def test_a_kind_no_page_offers_is_shown_by_its_code() -> None:
    assert phrases.way_of("training", "face_to_face").label == "training"


@pytest.mark.parametrize(("days", "words"), [(0, "今天"), (1, "昨天"), (9, "9天前")])
def test_days_ago_are_said_in_a_word(days: int, words: str) -> None:
    assert phrases.ago(DAY - dt.timedelta(days=days), DAY) == words


def test_a_day_is_said_with_its_weekday() -> None:
    assert phrases.full_date(DAY) == "11月23日 周一"
