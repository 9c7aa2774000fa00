"""Conferences and trainings of a term: where and when each is due, and which were held."""

from datetime import date
from random import Random

from taoli.engine.calendar import Period, SchoolCalendar, Term, periods, teaching_days
from taoli.engine.facts import Act
from taoli.engine.rehearsal.profiles import CROWD
from taoli.engine.rehearsal.values import Roster, Sitting
from taoli.engine.scheme import Conference, Scheme, Training
from taoli.engine.scheme.vocabulary import Actor, Channel, ConferenceKind, Kind, Per

OF_CLASS = frozenset(
    {
        ConferenceKind.CLASS_WEEKLY,
        ConferenceKind.CLASS_MEETING,
        ConferenceKind.DAILY_HUDDLE,
        ConferenceKind.PARENT_MEETING,
    }
)
OF_GRADE = frozenset({ConferenceKind.GRADE_CONSULTATION})
FORGETFUL = 2
ATTENDED = 0.8


def places_of(conference: Conference, roster: Roster) -> tuple[str, ...]:
    """Where a conference is held: in every class, every grade, or once for the school."""
    if conference.kind in OF_CLASS:
        return tuple(roster.classes())
    return roster.grades() if conference.kind in OF_GRADE else ("school",)


def sittings_of(
    scheme: Scheme, roster: Roster, calendar: SchoolCalendar, term: Term, seed: int
) -> tuple[dict[str, tuple[Sitting, ...]], tuple[Act, ...]]:
    """Each conference in each place and period, and the acts of those held. One held whenever it is needed (`per`
    None) is called once in the term in each place. One place in each list forgets one period.
    """
    random = Random(f"meetings {seed}")
    found: dict[str, tuple[Sitting, ...]] = {}
    acts: list[Act] = []
    for conference in scheme.conferences:
        mine = []
        places = places_of(conference, roster)
        stretch = periods(calendar, term, (conference.per or Per.TERM).value, scheme.cycle)
        for number, place in enumerate(places):
            for period in stretch:
                held = (
                    ()
                    if _forgotten(number + period.index, len(stretch), len(places))
                    else _days(random, calendar, period, conference.times)
                )
                mine.append(Sitting(conference.key, place, period.starts, period.ends, conference.times, held))
                acts += [
                    Act(
                        id=f"c-{conference.key}-{place}-{day}-{turn}",
                        kind=Kind.CONFERENCE.value,
                        channel=Channel.FACE_TO_FACE.value,
                        made=True,
                        by=conference.chair.value,
                        student_ids=(),
                        on=day,
                        entered_on=day,
                        unit_id=place,
                    )
                    for turn, day in enumerate(held)
                ]
        found[conference.key] = tuple(mine)
    return found, tuple(acts)


def _forgotten(place: int, stretch: int, places: int) -> bool:
    """Each place forgets one period in turn; what is due once in one place is held."""
    return stretch * places > 1 and place % max(FORGETFUL, stretch) == 0


def _days(random: Random, calendar: SchoolCalendar, period: Period, times: int) -> tuple[date, ...]:
    """Days in the later half of the period."""
    days = teaching_days(calendar, period.starts, period.ends)
    late = days[len(days) // 2 :]
    return tuple(late[random.randrange(len(late))] for _time in range(times))


def trainings_of(scheme: Scheme, roster: Roster, seed: int) -> dict[str, tuple[int, int]]:
    """Each training: how many took part as often as asked, of how many it is for."""
    random = Random(f"training {seed}")
    return {one.key: _taken(random, one, roster) for one in scheme.training}


def _taken(random: Random, training: Training, roster: Roster) -> tuple[int, int]:
    people = (
        len(roster.teachers)
        if training.who in {Actor.MENTOR, Actor.LEAD_MENTOR}
        else roster.people.get(training.who, 0)
    )
    times = training.times or 1
    came = sum(
        all(random.random() < CROWD[place % len(CROWD)].done + 1 - ATTENDED for _time in range(times))
        for place in range(people)
    )
    return came, people
