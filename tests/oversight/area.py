"""A district of seven schools with two released weeks, made in a moment: for the tests of its pages."""

from dataclasses import dataclass

from taoli.common.models import School
from taoli.common.policy import system
from taoli.oversight.models import Member
from taoli.oversight.services.releasing import release_week
from tests.oversight.handed_in import asked, grade, hand_in, school_of, week_of
from tests.world import World

# students, without a mentor in the first week and in the second, visited at home
SCHOOLS = ((120, 37, 12, 40), (120, 8, 0, 50), (120, 0, 0, 60), (120, 0, 0, 70), (120, 0, 0, 80), (7, 3, 3, 1))


@dataclass
class Told:
    """The bureau and its schools by code."""

    bureau: School
    members: dict[str, Member]

    def page(self, code: str) -> str:
        """Return the address of a school's page."""
        return f"/oversight/overview/schools/{self.members[code].pk}/"


def told_area(world: World, weeks: int = 2) -> Told:
    """Return the district: p0 to p4 are alike, p5 is a village school, p6 has two stages and misses the second week."""
    bureau = world.bureaus["district"]
    Member.objects.of(bureau).update(left_on="2026-09-01")
    area = bureau.area
    assert area is not None
    members = {f"p{place}": school_of(bureau, f"p{place}", area) for place in range(len(SCHOOLS))}
    members["p6"] = school_of(bureau, "p6", area, ("primary", "junior"))
    for week in range(weeks):
        for code, (students, *without, home) in zip(members, SCHOOLS, strict=False):
            counts = {"students": students, "without_mentor": without[week], "families_home": home}
            counts |= {"class_conferences": 3 * (week + 1), "talks": 50 * (week + 1)}
            mentors = {"mentors": students // 10, "mentors_trained": students // 20, "packages_sent": students // 6}
            hand_in(members[code], week, [grade(1, counts)], mentors, [asked(students // 2, students - 5, students)])
        if not week:
            grades = [grade(1, {"students": 60, "without_mentor": 15}), grade(7, {"students": 45}, "junior")]
            hand_in(members["p6"], week, grades, {"mentors": 11, "receipts_lacking": 0})
        release_week(by=system(bureau.pk), week=week_of(week))
    return Told(bureau, members)
