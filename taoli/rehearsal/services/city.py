"""The demo's city: two dozen schools that are known by their cards and hand in their weekly summaries, signed."""

import datetime as dt
import hashlib
import zlib
from collections.abc import Iterable

from taoli.common.models import Area, School
from taoli.common.offered import bureaus_above
from taoli.common.policy import system
from taoli.common.unit import change, unit_of_work
from taoli.engine.package import SchoolKeys, new_keys, public_keys
from taoli.engine.summary import Checked, Known, Trust, check, packed, sign
from taoli.oversight.models import Member, ReceivedSummary, SentSummary
from taoli.oversight.services.bureaus import by_strokes
from taoli.oversight.services.handing_in import hand_in_week
from taoli.oversight.services.taking_in import take_in
from taoli.rehearsal.services.city_schools import DISTRICTS, MERGED_ON, Place, city_schools
from taoli.rehearsal.services.city_weeks import CHINA, LAST_YEAR, TERM_STARTS, THIS_YEAR, summaries, weeks

FAR = dt.timedelta(days=730)
JOINED_ON = TERM_STARTS[LAST_YEAR]
MORNING = dt.time(7, 40)
WEEK, LATER = dt.timedelta(days=7), dt.timedelta(days=16)
SERVERS = {"春和区": "chunhe", "砚田区": "yantian", "麦舟县": "maizhou"}


def load_city(city: School, district: School, schools: int = 0) -> int:
    """Enter the city's schools with the bureau of the city, and those of the district with the district's; hand in
    their summaries. Return how many have been taken in; 0 when the schools are members already.
    """
    places = city_schools()[: schools or None]
    if Member.objects.of(city).filter(code=places[0].code).exists():
        return 0
    areas = districts(city)
    near = [place for place in places if areas[place.district].pk == district.area_id]
    known = {bureau.pk: enter(bureau, own, areas) for bureau, own in ((district, near), (city, places))}
    count = 0
    for place in places:
        bureaus = [district, city] if place in near else [city]
        count += _hand_in(bureaus, [known[one.pk][place.code] for one in bureaus], place)
    for bureau in (district, city):
        _merge(bureau, known[bureau.pk], places)
    return count


def hand_in_own(schools: Iterable[School]) -> None:
    """Let the schools that the demo really keeps hand in the weeks of this term, reckoned from their own rows; each is
    dated by its own Monday, as if the weekly job had run.
    """
    for school in schools:
        by = system(school.pk)
        sent = [hand_in_week(by=by, week=week.monday) for week in weeks() if week.year == THIS_YEAR]
        with change(by=by, action="rehearsal.load_city"):
            for row in sent:
                row.made_at = row.sent_at = dt.datetime.combine(row.week, MORNING, CHINA) + WEEK
            SentSummary.objects.of(school).bulk_update(sent, ("made_at", "sent_at"))
        for bureau in bureaus_above(school.pk):
            _date(bureau, school)


def _date(bureau: School, school: School) -> None:
    rows = list(ReceivedSummary.objects.of(bureau).filter(member__hosted=school))
    for row in rows:
        row.received_at, row.late = dt.datetime.combine(row.week, MORNING, CHINA) + WEEK, False
    with change(by=system(bureau.pk), action="rehearsal.load_city"):
        ReceivedSummary.objects.of(bureau).bulk_update(rows, ("received_at", "late"))


def districts(city: School) -> dict[str, Area]:
    """Return the districts of the city by name, made where they are not there."""
    return {
        name: Area.objects.get_or_create(name=name, kind=Area.Kind.DISTRICT, parent=city.area)[0] for name in DISTRICTS
    }


def keys_of(place: Place) -> SchoolKeys:
    """Return the school's invented keys: the same everywhere, and therefore good for an invented school only."""
    digest = hashlib.sha512(f"invented {place.code}".encode()).digest()
    halves = iter((digest[:32], digest[32:]))
    return new_keys(lambda _size: next(halves))


def enter(bureau: School, places: Iterable[Place], areas: dict[str, Area]) -> dict[str, Member]:
    """Make the schools members of a bureau, known by their keys; return them by code."""
    with change(by=system(bureau.pk), action="rehearsal.load_city"):
        rows = Member.objects.bulk_create(_member(bureau, place, areas) for place in places)
    return {row.code: row for row in rows}


def _merge(bureau: School, members: dict[str, Member], places: Iterable[Place]) -> None:
    """Let the school that went up in another be gone: its past stays."""
    with change(by=system(bureau.pk), action="rehearsal.load_city"):
        for place in places:
            if place.story.into and (row := members.get(place.code)):
                row.left_on, row.successor = MERGED_ON, members.get(place.story.into)
                row.save()


def _member(bureau: School, place: Place, areas: dict[str, Area]) -> Member:
    server = place.code if place.story.own_server else SERVERS[place.district]
    sign_key, box_key = public_keys(keys_of(place))
    return Member(
        school=bureau,
        code=place.code,
        name=place.name,
        sort_key=by_strokes(place.name),
        district=areas[place.district],
        stages=list(place.stages),
        campuses=place.campuses,
        sign_key=sign_key,
        box_key=box_key,
        compared_on=JOINED_ON,
        contact="德育处",
        telephone=f"0500-6{zlib.crc32(place.code.encode()) % 10**6:06}",
        address=f"https://{server}.example.cn",
        joined_on=JOINED_ON,
    )


def _hand_in(bureaus: list[School], members: list[Member], place: Place) -> int:
    """Bring a school's documents to the bureaus above it: the last through their door, what came before with the same
    checks but written together. Returns how many were kept.
    """
    made = [one.model_dump(mode="json") for one in summaries(place, MERGED_ON if place.story.into else None)]
    private = keys_of(place).sign
    handed = [packed(document, sign(private, document)) for document in made]
    here = not place.story.into
    past = _checked(members[0], handed[:-1] if here else handed)
    with unit_of_work():
        for bureau, member in zip(bureaus, members, strict=True):
            ReceivedSummary.objects.bulk_create(_row(bureau, member, place, one) for one in past)
        if here:
            take_in(bureaus[0].pk, handed[-1])
    return len(made) * len(bureaus)


def _checked(member: Member, handed: list[bytes]) -> list[Checked]:
    """Check one document after the other as the bureau would have done in its week."""
    found: list[Checked] = []
    for data in handed:
        taken = {one.summary.seq: one.sha256 for one in found[-1:] if one.summary}
        known = Known(member.name, member.sign_key, compared=True, taken=taken)
        found.append(check(data, Trust(members={member.code: known}, on=member.joined_on + FAR)))
    return found


def _row(bureau: School, member: Member, place: Place, one: Checked) -> ReceivedSummary:
    if one.summary is None:
        raise ValueError(one.findings)
    week = one.summary.week
    late = week in place.story.late
    return ReceivedSummary(
        school=bureau,
        member=member,
        week=week,
        seq=one.summary.seq,
        document=one.summary.model_dump(mode="json"),
        sha256=one.sha256,
        received_at=dt.datetime.combine(week, MORNING, CHINA) + (LATER if late else WEEK),
        late=late,
    )
