import datetime as dt
from collections import Counter
from itertools import pairwise

from taoli.engine.summary import MEASURES, Level, MeasureKind, Summary, canonical
from taoli.oversight.models import Member, ReceivedSummary, SentSummary
from taoli.rehearsal.services.city import hand_in_own, keys_of, load_city
from taoli.rehearsal.services.city_schools import city_schools
from taoli.rehearsal.services.city_weeks import summaries, weeks
from tests.world import World

PLACES = {one.code: one for one in city_schools()}


def whole(summary: Summary, key: str) -> int:
    return sum(grade.counts[key] for grade in summary.grades)


def test_the_city_has_schools_of_every_kind_under_invented_names() -> None:
    kinds = Counter("+".join(one.stages) for one in PLACES.values())
    assert kinds == {
        "primary": 11, "junior": 4, "senior": 3, "vocational": 2, "primary+junior": 3, "junior+senior": 1
    }  # fmt: skip
    assert len({one.name for one in PLACES.values()}) == len(PLACES) >= 20
    villages = [one for one in PLACES.values() if all(level.students < 10 for level in one.levels)]
    assert len(villages) == 2
    assert max(one.campuses for one in PLACES.values()) == 2
    assert [one.name for one in PLACES.values() if one.story.own_server] == ["云水学校"]


def test_every_summary_is_possible_and_small_and_the_same_each_time() -> None:
    for place in PLACES.values():
        made = list(summaries(place))
        assert made == list(summaries(place))
        for one in made:
            assert len(canonical(one)) < 20_000
            for counts, level in ((one.counts, Level.SCHOOL), *((grade.counts, Level.GRADE) for grade in one.grades)):
                known = [measure for measure in MEASURES.values() if measure.level == level]
                assert set(counts) == {measure.key for measure in known if measure.kind != MeasureKind.CELLS}
                assert all(counts[measure.key] <= counts[measure.of] for measure in known if measure.of)
            assert all(met <= due for grade in one.grades for met, due in grade.cells.values())
            assert all(row.yes <= row.answers <= row.asked for row in one.indicators)


def test_sums_of_a_term_only_grow_and_each_summary_knows_the_one_before() -> None:
    made = list(summaries(PLACES["fz101"]))
    for before, after in pairwise(made):
        assert after.seq == before.seq + 1
        assert after.previous
        if after.term == before.term and after.term_week:
            assert whole(after, "talks") >= whole(before, "talks")
            assert whole(after, "families_home") >= whole(before, "families_home")


def test_in_september_some_have_no_mentor_and_the_one_that_lags_mends() -> None:
    autumn = {one.week: one for one in summaries(PLACES["fz106"]) if one.week >= dt.date(2026, 8, 31)}
    lacking = [whole(one, "without_mentor") for one in autumn.values()]
    assert lacking == sorted(lacking, reverse=True)
    assert lacking[0] > 250
    assert lacking[-1] < 10
    usual = {one.week: one for one in summaries(PLACES["fz101"])}
    assert whole(usual[dt.date(2026, 8, 31)], "without_mentor") > 500
    assert whole(usual[dt.date(2026, 11, 16)], "without_mentor") < 10


def test_in_summer_receipts_come_back_and_at_one_school_many_are_outstanding() -> None:
    summer = [one for one in weeks() if not one.number]
    for code, outstanding in (("fz101", 0), ("fz103", 87)):
        lacking = [one.counts["receipts_lacking"] for one in summaries(PLACES[code]) if one.term_week == 0]
        assert len(lacking) == len(summer) == 8
        assert lacking == sorted(lacking, reverse=True)
        assert lacking[0] > 100
        assert lacking[-1] == outstanding


def test_a_week_is_missing_one_came_late_and_who_went_up_in_another_hands_in_no_more() -> None:
    assert dt.date(2026, 10, 19) not in {one.week for one in summaries(PLACES["fz207"])}
    assert max(one.week for one in summaries(PLACES["fz108"], dt.date(2026, 8, 25))) == dt.date(2026, 8, 24)


def test_both_bureaus_have_their_schools_and_a_second_call_changes_nothing(world: World) -> None:
    city, district = world.bureaus["city"], world.bureaus["district"]
    count = load_city(city, district)
    assert Member.objects.of(city).count() == 26
    assert Member.objects.of(district).count() == 10
    rows = ReceivedSummary.objects.of(city)
    assert [(row.member.name, row.week) for row in rows.filter(late=True).select_related("member")] == [
        ("听潮高级中学", dt.date(2026, 11, 2))
    ]
    near = ReceivedSummary.objects.of(district).filter(member__code="fz101").order_by("seq")
    assert list(near.values_list("sha256", flat=True)) == list(
        rows.filter(member__code="fz101").order_by("seq").values_list("sha256", flat=True)
    )
    gone = Member.objects.of(city).get(code="fz108")
    assert gone.successor is not None
    assert gone.successor.name == "采薇小学"
    assert count == rows.count() + ReceivedSummary.objects.of(district).count() > 24 * 28
    assert load_city(city, district) == 0


def test_the_invented_keys_are_the_same_everywhere() -> None:
    assert keys_of(PLACES["fz101"]) == keys_of(PLACES["fz101"]) != keys_of(PLACES["fz102"])


def test_a_school_that_is_really_kept_hands_in_its_own_weeks(world: World) -> None:
    hand_in_own((world.school,))
    rows = ReceivedSummary.objects.of(world.bureaus["district"]).order_by("week")
    assert [row.week for row in rows] == [week.monday for week in weeks() if week.year == 2026]
    assert not any(row.late for row in rows)
    assert sum(grade["counts"]["students"] for grade in rows[0].document["grades"]) == 6
    first = SentSummary.objects.of(world.school).order_by("seq")[0]
    assert first.sent_at
    assert first.sent_at.date() == dt.date(2026, 9, 6)
