from taoli.common.models import School
from taoli.common.offered import bureaus_above
from taoli.oversight.models import Member
from taoli.oversight.queries.members import members
from taoli.roster.models import Student
from tests.oversight.city import SCHOOLS, build_city
from tests.world import World


def test_a_city_of_twenty_light_schools_is_there(world: World) -> None:
    city = build_city(world)
    assert len(city.schools) == len(SCHOOLS) == 20
    assert School.objects.filter(kind="school").count() == 22
    assert members(world.actor("方远")).count() == 24
    near = list(members(world.actor("郑岚")).values_list("code", flat=True))
    assert len(near) == 11
    assert {"taoli", "linxiao", "own01", "gone01"} < set(near)
    assert [one.name for one in bureaus_above(city.schools["y01"].pk)] == ["芳洲市教育局"]
    gone = Member.objects.of(world.bureaus["city"]).get(code="gone01")
    assert gone.successor is not None
    assert gone.successor.code == "c00"
    assert Student.objects.of(city.office("y01").school_id).filter(mentor=None).count() == 6
