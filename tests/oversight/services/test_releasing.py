import datetime as dt

from django.core.management import call_command

from taoli.common.policy import system
from taoli.engine.release import load, load_amounts
from taoli.oversight.models import Member, ReceivedSummary, ReleasedFigure, WeekRelease
from taoli.oversight.queries.released import AMOUNTS, DEEDS
from taoli.oversight.queries.standing import weeks_to_release
from taoli.oversight.services.releasing import release_week, release_weeks
from tests.oversight.area import told_area
from tests.oversight.handed_in import grade, hand_in, school_of, week_of
from tests.world import World


def test_a_week_is_released_once_in_tens_and_the_missing_school_by_its_last_word(world: World) -> None:
    area = told_area(world)
    first, second = WeekRelease.objects.of(area.bureau).order_by("week")
    assert release_week(by=system(area.bureau.pk), week=second.week) is None
    assert release_week(by=system(area.bureau.pk), week=first.week) is None
    rows = ReleasedFigure.objects.of(area.bureau)
    ends = load(rows.get(release=first, measure="without_mentor", level="school").rows)
    told = {code: (ends[str(row.pk)].low, ends[str(row.pk)].high) for code, row in area.members.items()}
    assert told["p0"] == (30, 39)
    assert told["p1"] == (1, 9)
    assert told["p2"] == (0, 0)
    assert told["p5"] == (0, 9)  # nothing is told of seven students, not even that there is nobody
    assert [one["stale"] for one in second.schools] == [""] * 6 + [first.week.isoformat()]
    assert second.used[str(area.members["p0"].pk)] == 2
    later = load(rows.get(release=second, measure="without_mentor", level="school").rows)
    assert later[str(area.members["p6"].pk)].stale
    assert not rows.filter(rows__has_key="seq").exists()


def test_deeds_are_those_since_the_last_release_and_a_small_school_is_told_with_others(world: World) -> None:
    area = told_area(world)
    talks = AMOUNTS.index("talks")
    told = [
        load_amounts(row.rows)
        for row in ReleasedFigure.objects.of(area.bureau)
        .filter(measure=DEEDS, level="school")
        .order_by("release__week")
    ]
    big, village, gone = (str(area.members[code].pk) for code in ("p0", "p5", "p6"))
    assert [(one[big].amounts or ())[talks] for one in told] == [50, 50]
    assert [one[village].amounts for one in told] == [None, None]
    assert [(one[gone].amounts or ())[talks] for one in told] == [0, 0]


def test_a_new_term_begins_anew(world: World) -> None:
    area = told_area(world, weeks=1)
    row = ReceivedSummary.objects.of(area.bureau).get(member=area.members["p0"])
    row.pk, row.seq, row.week = None, 9, week_of(1)
    row.document = row.document | {"term": "2026-2027学年第二学期"}
    row._state.adding = True
    row.save()
    release = release_week(by=system(area.bureau.pk), week=week_of(1))
    assert release is not None
    assert release.term == "2026-2027学年第二学期"
    found = load_amounts(
        ReleasedFigure.objects.of(area.bureau).get(release=release, measure=DEEDS, level="school").rows
    )
    amounts = found[str(area.members["p0"].pk)].amounts
    assert amounts is not None
    assert amounts[AMOUNTS.index("talks")] == 50


def test_schools_that_left_or_hand_in_no_grades_stop_no_release(world: World) -> None:
    area = told_area(world, weeks=1)
    Member.objects.of(area.bureau).filter(code="p1").update(left_on=week_of(1))
    district = area.bureau.area
    assert district is not None
    empty = school_of(area.bureau, "p9", district)
    hand_in(empty, 1, [])
    hand_in(area.members["p2"], 1, [grade(1, {"students": 12})], {"mentors": 2})
    release = release_week(by=system(area.bureau.pk), week=week_of(1))
    assert release is not None
    assert [one["name"] for one in release.schools if one["name"] in {"p1学校", "p9学校"}] == ["p9学校"]


def test_nothing_is_released_before_the_wednesday_after_and_nothing_where_nothing_came(world: World) -> None:
    area = told_area(world, weeks=1)
    hand_in(area.members["p0"], 4, [grade(1, {"students": 20})])
    hand_in(area.members["p0"], 5, [grade(1, {"students": 20})])
    assert weeks_to_release(area.bureau.pk, week_of(9)) == [week_of(4), week_of(5)]
    assert release_weeks(bureau_id=area.bureau.pk, until=week_of(5) - dt.timedelta(days=1)) == 1
    call_command("release_weeks")
    assert WeekRelease.objects.of(area.bureau).count() == 2
    assert release_week(by=system(world.bureaus["city"].pk), week=week_of(5)) is None
    assert release_week(by=system(world.school.pk), week=week_of(5)) is None
