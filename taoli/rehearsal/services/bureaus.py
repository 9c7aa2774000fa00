"""The demo's city and district: two bureaus above the two schools, and the people who work there."""

from collections.abc import Iterable

from taoli.accounts.models import RoleHeld
from taoli.common.models import Area, School
from taoli.common.policy import Role, system
from taoli.common.unit import change
from taoli.neighbourhood.models import CompanionPair, Station, StationPost
from taoli.oversight.services.bureaus import Place, add_person, join_hosted, start_bureau
from taoli.oversight.services.members import About, change_member
from taoli.rehearsal.services.accounts import Held, staff
from taoli.rehearsal.services.people import Loaded
from taoli.rehearsal.services.terms import TERM_STARTS
from taoli.rehearsal.services.visits import PHONE
from taoli.roster.models import Staff

CITY, DISTRICT = ("fangzhou-demo", "芳洲市教育局", "芳洲市"), ("chunhe-demo", "春和区教育局", "春和区")
PEOPLE = (
    ("B001", "陆听澜", Role.OFFICER, "demo-officer"),
    ("B002", "沈知秋", Role.REVIEWER, "demo-reviewer"),
    ("B003", "顾念安", Role.STATION_STAFF, "demo-station_staff"),
)
GUEST = ("S901", "秦望山", "书法协会会员，退休教师")


def load_bureaus(schools: Iterable[Loaded]) -> School:
    """Make both bureaus, enter the schools, open the doors; return the district's bureau."""
    city = start_bureau(Place(*CITY, Area.Kind.CITY))
    district = start_bureau(Place(*DISTRICT, Area.Kind.DISTRICT, city.area))
    with change(by=system(district.pk), action="rehearsal.open_accounts"):
        for number, name, role, username in PEOPLE:
            add_person(by=system(district.pk), bureau=district, number=number, name=name, role=role, username=username)
    by = system(city.pk)
    add_person(by=by, bureau=city, number="B001", name="傅远帆", role=Role.OFFICER, username="demo-city-officer")
    RoleHeld.objects.filter(school__in=(city, district)).update(starts=TERM_STARTS)
    _station(district)
    for loaded in schools:
        loaded.school.area = district.area
        loaded.school.save(update_fields=["area"])
        stages = ("senior" if "高一" in loaded.grades else "junior",)
        row, *_above = join_hosted(school=loaded.school, stages=stages)
        about = About(row.district_id, stages, 1, "德育处", PHONE)
        change_member(by=system(district.pk), pk=row.pk, edit=row.edit, about=about)
    return district


def load_guest(loaded: Loaded) -> None:
    """Let the big school have a social mentor, to whom two students are given."""
    number, name, about = GUEST
    known = {"kind": Staff.Kind.SOCIAL, "vetted_on": TERM_STARTS, "introduction": about, "sort_key": "qinwangshan qws"}
    with change(by=loaded.by, action="rehearsal.load_guest"):
        guest = Staff.objects.create(school=loaded.school, number=number, name=name, **known)
        loaded.staff[number] = guest
        staff(loaded, "social_mentor", number, Held(Role.SOCIAL_MENTOR))
        for student in list(loaded.students.values())[3:5]:
            CompanionPair.objects.create(
                school=loaded.school, staff=guest, student=student, purpose="每两周一次书法练习", starts=TERM_STARTS
            )


def _station(district: School) -> None:
    station = Station.objects.create(
        school=district,
        name="梅湾社区辅导站",
        kind=Station.Kind.COMMUNITY,
        street="梅湾街道",
        address="芳洲市梅湾街66号",
        hours="周六 9:00–11:30",
    )
    person = Staff.objects.of(district).get(number="B003")
    StationPost.objects.create(school=district, station=station, staff=person, starts=TERM_STARTS)
