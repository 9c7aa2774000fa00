"""The demo's neighbourhood: families at a station, places to learn, a joint meeting, evenings for parents."""

import datetime as dt

from django.utils import timezone

from taoli.common import clock
from taoli.common.models import School
from taoli.common.policy import Actor, Held, Role, system
from taoli.common.unit import change
from taoli.neighbourhood.models import CompanionPair, Resource, Station, StationAppointment
from taoli.neighbourhood.queries.resources import ResourceFacts
from taoli.neighbourhood.services.appointments import Asking, ask_appointment
from taoli.neighbourhood.services.companions import write_companion_note
from taoli.neighbourhood.services.lectures import LectureFacts, keep_lecture, type_counts
from taoli.neighbourhood.services.meetings import enter_usual, keep_meeting
from taoli.neighbourhood.services.resources import (
    answer_booking,
    booking_document,
    bring_answer,
    keep_resource,
    keep_visit,
    receive_booking,
)
from taoli.neighbourhood.services.stations import StationFacts, add_duty, keep_station
from taoli.rehearsal.services.people import Loaded
from taoli.roster.models import Staff

SATURDAY = [{"weekday": 5, "starts": "09:00", "ends": "11:30"}]
FAMILIES = (
    ("mood", "林女士", "139-0000-0101", "晚上总睡不着，想问问怎么陪"),
    ("screen", "陈先生", "139-0000-0102", "周末手机放不下"),
)
PLACES: tuple[tuple[str, str, str, int, str, list[int]], ...] = (
    ("梅湾博物馆", "museum", "ideals", 60, "梅湾街1号，公交 3 路到博物馆站", [5, 6]),
    ("春和区图书馆", "library", "study", 45, "春和路20号", []),
    ("海棠湿地公园", "park", "life", 90, "芳洲大道尽头，学校自行组织乘车", [5]),
)
SHEET = "先听五分钟，不打断，不评论。\n\n想给建议的时候，先问一句：你想让我听，还是一起想办法？"


def load_neighbours(district: School, big: Loaded) -> None:
    """Write all of it through the services of its pages."""
    _station(district)
    _meeting(district)
    _evenings(big)
    _visit(district, big)
    _note(big)


def _station(district: School) -> None:
    by = system(district.pk)
    row = Station.objects.of(district).get(name="梅湾社区辅导站")
    person = Staff.objects.of(district).get(number="B003")
    facts = StationFacts(
        row.name, row.kind, row.street, row.address, "0000-6600066", row.hours, [dict(one) for one in SATURDAY]
    )
    with change(by=by, action="rehearsal.load_station"):
        row = keep_station(by=by, facts=facts, staff=[person.pk], pk=row.pk, edit=row.edit)
        Station.objects.of(district).filter(pk=row.pk).update(door="meiwan234567")
        for topic, called, phone, question in FAMILIES:
            asking = Asking(topic, None, called, phone, question=question)
            ask_appointment(by=by, station=row, asking=asking, by_phone=True)
        at = timezone.make_aware(dt.datetime.combine(clock.today() + dt.timedelta(days=5), dt.time(9, 30)))
        first = StationAppointment.objects.of(district).filter(station=row).order_by("made_at", "id")[:1]
        StationAppointment.objects.of(district).filter(pk__in=[one.pk for one in first]).update(
            agreed=at, state="agreed", edit=1
        )
        day = clock.today() + dt.timedelta(days=5)
        add_duty(
            by=by, station=row, day=day, hours="9:00–11:30", social="秦望山（书法）", mentors="桃李实验高中 一位导师"
        )


def _meeting(district: School) -> None:
    by, today = system(district.pk), clock.today()
    settled = (
        ("妇联", "寒假前办两场家庭教育讲座", today + dt.timedelta(days=40)),
        ("关工委", "“五老”志愿者到站服务排班", today + dt.timedelta(days=14)),
    )
    facts = {"theme": "寒假育人安排", "held_on": today - dt.timedelta(days=4), "at": dt.time(9), "place": "区政府三楼"}
    with change(by=by, action="rehearsal.load_joint"):
        enter_usual(by=by)
        keep_meeting(by=by, facts=facts, decisions=settled)
        for name, kind, theme, capacity, address, days in PLACES:
            contact, safety = "讲解预约处", "按学校安全预案，带队老师不少于两名"
            place = ResourceFacts(
                name, kind, theme, "小学至高中", capacity, contact, address, days, safety, published=True
            )
            keep_resource(by=by, facts=place)


def _evenings(big: Loaded) -> None:
    rooms = list(big.classes.values())[:3]
    mentor = big.staff[big.made.offices["mentor"]]
    today, by = clock.today(), big.by
    held = LectureFacts(
        "class", "怎样听孩子说话", today - dt.timedelta(days=3), dt.time(19), "阶梯教室", mentor.pk, "", SHEET
    )
    soon = LectureFacts("grade", "选科怎么选", today, dt.time(19), "报告厅", None, "区家庭教育讲师", "")
    with change(by=by, action="rehearsal.load_evenings"):
        row = keep_lecture(by=by, facts=held, rooms=[one.pk for one in rooms[:2]])
        type_counts(by=_office(big), lecture=row, counts={one.pk: 30 + n for n, one in enumerate(rooms[:2])})
        keep_lecture(by=by, facts=soon, rooms=[one.pk for one in rooms])


def _visit(district: School, big: Loaded) -> None:
    mentor, room = big.staff[big.made.offices["mentor"]], next(iter(big.classes.values()))
    office, by = _office(big), system(district.pk)
    for name, days, yes in (("春和区图书馆", 0, True), ("海棠湿地公园", 12, False)):
        place = Resource.objects.of(district).get(name=name)
        day = clock.today() + dt.timedelta(days=days or 2)
        document = booking_document(
            by=office, reference=place.pk, place=place, room=room.pk, teacher=mentor.pk, day=day, number=45
        )
        booking = receive_booking(document, district.pk)
        keep_visit(by=office, place=place, document=document, room=room.pk, teacher=mentor.pk)
        if yes:
            booking = answer_booking(by=by, booking=booking, accepted=True, words="请走东门，讲解员在门厅等")
            bring_answer(big.school.pk, booking.reference, booking.state, booking.answer)


def _note(big: Loaded) -> None:
    pair = CompanionPair.objects.of(big.school).select_related("staff").order_by("student__sort_key", "id").first()
    if pair is not None:
        day = clock.today() - dt.timedelta(days=2)
        write_companion_note(
            by=big.by, pair=pair, held_on=day, kind="activity", text="一起临了两张欧体，约好下次写春联"
        )


def _office(big: Loaded) -> Actor:
    person = big.staff[big.made.offices["moral_office"]]
    held = (Held(Role.MORAL_OFFICE),)
    return Actor(None, big.school.pk, "staff", person.pk, person.name, held)
