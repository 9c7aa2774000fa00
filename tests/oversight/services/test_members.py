"""Schools join, are believed, leave and go up in each other; the city hears of it from the district."""

import datetime as dt
from dataclasses import replace

import pytest

from taoli.common.errors import ConflictError, TaoliError
from taoli.common.models import Area, School
from taoli.oversight.models import Member
from taoli.oversight.queries.members import joinable
from taoli.oversight.services.bureaus import join_hosted
from taoli.oversight.services.handing_in import file_of, hand_in_week
from taoli.oversight.services.members import (
    About,
    change_member,
    come_back,
    compare_digits,
    join_by_card,
    join_inside,
    leave,
    start_again,
)
from taoli.oversight.services.taking_in import RefusedError, take_in
from tests.oversight.elsewhere import FIRST, OTHER, about, arrived, card, digits, handed, joined
from tests.world import TODAY, World


def at(world: World, area: str, code: str) -> Member | None:
    return Member.objects.of(world.bureaus[area]).filter(code=code).first()


def test_a_school_on_its_own_server_joins_and_the_city_hears_of_it_once_digits_are_compared(world: World) -> None:
    row = joined(world, compared=False)
    assert (row.stages, row.campuses, row.compared_on) == (["primary", "junior"], 2, None)
    assert at(world, "city", "hexi") is None
    with pytest.raises(TaoliError, match="不一致"):
        compare_digits(by=world.actor("郑岚"), pk=row.pk, edit=row.edit, digits="12345 67890")
    row = compare_digits(by=world.actor("郑岚"), pk=row.pk, edit=row.edit, digits=digits())
    above = at(world, "city", "hexi")
    assert above
    assert (above.name, above.sign_key, above.compared_on, above.district) == (
        row.name,
        row.sign_key,
        TODAY,
        row.district,
    )
    with pytest.raises(ConflictError):
        compare_digits(by=world.actor("郑岚"), pk=row.pk, edit=0, digits=digits())


def test_two_schools_with_one_code_are_refused_with_the_name_of_the_other(world: World) -> None:
    joined(world)
    by = world.actor("郑岚")
    for other, name in ((card(name="河西职业学校"), "河西学校"), (card(code="taoli", name="桃李学校"), "桃李中学")):
        with pytest.raises(TaoliError, match=name):
            join_by_card(by=by, card=other, about=about(world))
    twin = School.objects.create(code="hexi", name="河西小学", area=world.bureaus["district"].area)
    with pytest.raises(TaoliError, match="河西学校"):
        join_hosted(school=twin)
    with pytest.raises(RefusedError, match="河西小学"):
        take_in(world.bureaus["district"].pk, handed(FIRST))


def test_a_new_card_of_a_known_school_is_compared_anew_and_begins_a_new_chain(world: World) -> None:
    joined(world)
    bureau, by = world.bureaus["district"].pk, world.actor("郑岚")
    take_in(bureau, handed(FIRST))
    row = join_by_card(by=by, card=card(keys=OTHER), about=about(world))
    with pytest.raises(RefusedError, match="还没有比对"):
        take_in(bureau, handed(FIRST, OTHER))
    compare_digits(by=by, pk=row.pk, edit=row.edit, digits=digits(OTHER))
    take_in(bureau, handed(FIRST, OTHER))
    assert arrived(world) == arrived(world, "city") == [("hexi", 1), ("hexi", 2)]


def test_what_is_no_card_and_what_is_no_district_of_the_bureau_is_refused(world: World) -> None:
    elsewhere = Area.objects.create(name="秋实区", kind=Area.Kind.DISTRICT)
    by = world.actor("郑岚")
    for line, place in (("taoli-school.x", about(world)), (card(), replace(about(world), district=elsewhere.pk))):
        with pytest.raises(TaoliError):
            join_by_card(by=by, card=line, about=place)
    assert at(world, "district", "hexi") is None


def test_a_school_leaves_or_goes_up_in_another_and_hands_in_no_more(world: World) -> None:
    by, row = world.actor("郑岚"), joined(world)
    take_in(world.bureaus["district"].pk, handed(FIRST))
    into = at(world, "district", "taoli")
    assert into
    for day, where in ((dt.date(2026, 11, 24), into.pk), (TODAY, row.pk)):
        with pytest.raises(TaoliError):
            leave(by=by, pk=row.pk, edit=row.edit, on=day, successor=where)
    row = leave(by=by, pk=row.pk, edit=row.edit, on=TODAY, successor=into.pk)
    above = at(world, "city", "hexi")
    assert above
    assert above.successor == at(world, "city", "taoli")
    with pytest.raises(RefusedError, match="并入桃李中学"):
        take_in(world.bureaus["district"].pk, handed(FIRST))
    with pytest.raises(TaoliError, match="已经离开"):
        leave(by=by, pk=row.pk, edit=row.edit, on=TODAY)
    assert arrived(world) == [("hexi", 1)]
    row = come_back(by=by, pk=row.pk, edit=row.edit)
    again = at(world, "city", "hexi")
    assert again
    assert (row.left_on, again.left_on) == (None, None)


def test_the_officer_changes_stages_of_schools_here_and_on_this_server(world: World) -> None:
    by = world.actor("郑岚")
    for row in (joined(world), at(world, "district", "taoli")):
        assert row
        changed = change_member(by=by, pk=row.pk, edit=row.edit, about=About(row.district_id, ("primary",), 3))
        above = at(world, "city", row.code)
        assert above
        assert (changed.stages, above.stages, above.campuses) == (["primary"], ["primary"], 3)
    with pytest.raises(TaoliError):
        start_again(by=world.actor("方远"), pk=changed.pk, edit=changed.edit)
    card_less = at(world, "district", "linxiao")
    assert card_less
    with pytest.raises(TaoliError, match="名片"):
        compare_digits(by=by, pk=card_less.pk, edit=card_less.edit, digits="1")


def test_only_schools_of_this_server_in_the_area_are_offered_and_join_with_all_bureaus(world: World) -> None:
    by, area = world.actor("郑岚"), world.bureaus["district"].area
    elsewhere = Area.objects.create(name="秋实区", kind=Area.Kind.DISTRICT)
    new = School.objects.create(code="xinqiao", name="新桥小学", area=area)
    School.objects.create(code="yuanshan", name="远山小学", area=elsewhere)
    School.objects.create(code="unplaced", name="未定小学")
    assert [one.code for one in joinable(by)] == ["xinqiao"]
    for code in ("yuanshan", "unplaced", "fangzhou"):
        with pytest.raises(TaoliError):
            join_inside(by=by, code=code, about=about(world))
    row = join_inside(by=by, code="xinqiao", about=about(world))
    assert row.hosted == new
    assert at(world, "city", "xinqiao")
    assert joinable(by) == []


def test_a_school_that_moved_out_of_the_area_is_no_longer_heard(world: World) -> None:
    row = hand_in_week(by=world.office)
    elsewhere = Area.objects.create(name="秋实区", kind=Area.Kind.DISTRICT)
    world.school.area = elsewhere
    world.school.save()
    with pytest.raises(RefusedError) as refused:
        take_in(world.bureaus["district"].pk, file_of(row))
    assert refused.value.code == "wrong_bureau"
