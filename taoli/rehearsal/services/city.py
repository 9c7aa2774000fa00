"""The demo's city: two dozen schools that are known by their cards and hand in their weekly summaries, signed."""

import datetime as dt
import hashlib
from collections.abc import Iterable

from taoli.common.models import Area, School
from taoli.common.policy import system
from taoli.common.unit import change
from taoli.engine.package import SchoolKeys, new_keys, public_keys
from taoli.engine.summary import canonical
from taoli.oversight.models import Member, ReceivedSummary
from taoli.oversight.services.bureaus import by_strokes
from taoli.rehearsal.services.city_schools import DISTRICTS, MERGED_ON, Place, city_schools
from taoli.rehearsal.services.city_weeks import LAST_YEAR, TERM_STARTS, summaries

JOINED_ON = TERM_STARTS[LAST_YEAR]
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
    return _enter(city, places, areas) + _enter(district, near, areas)


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


def _enter(bureau: School, places: Iterable[Place], areas: dict[str, Area]) -> int:
    with change(by=system(bureau.pk), action="rehearsal.load_city"):
        rows = {place.code: _member(bureau, place, areas) for place in places}
        Member.objects.bulk_create(rows.values())
        for place in places:
            if place.story.into:
                row = rows[place.code]
                row.left_on, row.successor = MERGED_ON, rows.get(place.story.into)
                row.save()
        return sum(_take_in(bureau, rows[place.code], place) for place in places)


def _member(bureau: School, place: Place, areas: dict[str, Area]) -> Member:
    server = place.code if place.story.own_server else SERVERS[place.district]
    return Member(
        school=bureau,
        code=place.code,
        name=place.name,
        sort_key=by_strokes(place.name),
        district=areas[place.district],
        stages=list(place.stages),
        campuses=place.campuses,
        sign_key=public_keys(keys_of(place))[0],
        compared_on=JOINED_ON,
        address=f"https://{server}.example.cn",
        joined_on=JOINED_ON,
    )


def _take_in(bureau: School, member: Member, place: Place) -> int:
    made = []
    for one in summaries(place, MERGED_ON if place.story.into else None):
        late = one.week in place.story.late
        came = one.made_at + dt.timedelta(days=9 if late else 0, minutes=len(place.name))
        document = one.model_dump(mode="json")
        digest = hashlib.sha256(canonical(one)).hexdigest()
        row = ReceivedSummary(school=bureau, member=member, week=one.week, seq=one.seq, document=document)
        row.sha256, row.received_at, row.late = digest, came, late
        made.append(row)
    return len(ReceivedSummary.objects.bulk_create(made))
