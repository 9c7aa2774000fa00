"""How mentors of four kinds spend half a term: a plan of occasions, pure and seeded."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from taoli.rehearsal.services.words import ACTIVITIES, NOTES, PLACES, THEMES


@dataclass(frozen=True)
class Profile:
    """Shares out of one: what of the asked is done, how often nobody answers, how late it is entered."""

    talks: float
    activities: float
    families: float
    visits: float
    missed: float
    together: float
    notes: float
    latest_entry: int


DILIGENT = Profile(0.98, 1.0, 0.85, 0.12, 0.08, 0.25, 0.6, 1)
ORDINARY = Profile(0.86, 0.93, 0.62, 0.05, 0.12, 0.35, 0.35, 3)
BUSY = Profile(0.6, 0.7, 0.4, 0.02, 0.18, 0.5, 0.15, 9)
SILENT = Profile(0.12, 0.2, 0.08, 0.0, 0.1, 0.5, 0.0, 14)
# The people in a staff room: many ordinary ones, some diligent, some busy, few silent.
CROWD = (DILIGENT, ORDINARY, ORDINARY, BUSY, ORDINARY, DILIGENT, ORDINARY, BUSY, ORDINARY, DILIGENT, SILENT)


@dataclass(frozen=True)
class Mentee:
    """A student as a mentor knows one: key, group key, class key."""

    key: str
    group: str
    class_name: str


@dataclass(frozen=True)
class Occasion:
    """One thing done (or tried) by one mentor with some students on one day."""

    mentor: str
    kind: str
    channel: str
    made: bool
    students: tuple[str, ...]
    group: str
    held_on: dt.date
    entered_on: dt.date
    guidances: tuple[str, ...]
    theme: str
    place: str
    minutes: int | None
    note: str


@dataclass(frozen=True)
class Stretch:
    """The days already lived: taught days in order, the fixed slots among them, the last day."""

    taught: tuple[dt.date, ...]
    slots: tuple[dt.date, ...]
    until: dt.date

    def months(self) -> list[tuple[dt.date, ...]]:
        """Return the taught days month by month."""
        keys = sorted({(day.year, day.month) for day in self.taught})
        return [tuple(day for day in self.taught if (day.year, day.month) == key) for key in keys]


PRESENT = 0.84  # somebody is always at a contest, at home with a cold, on duty
UNREACHED = 0.06  # students whom no mentor found time for this month
WHOLE_MONTH = 18  # taught days of an ordinary month; a begun one is done in part


def half_a_term(
    random: Random, mentor: str, mentees: Sequence[Mentee], stretch: Stretch, guidances: Sequence[str], profile: Profile
) -> list[Occasion]:
    """Return what one mentor did, in the order of days."""
    writer = _Writer(random, mentor, stretch, guidances, profile)
    found = [*_talks(writer, mentees), *_activities(writer, mentees), *_families(writer, mentees)]
    found = _some_unreached(random, mentees, stretch, found)
    return sorted(found, key=lambda one: (one.held_on, one.kind, one.students))


def _some_unreached(
    random: Random, mentees: Sequence[Mentee], stretch: Stretch, found: Sequence[Occasion]
) -> list[Occasion]:
    """Leave a few students without anything this month, as in every class."""
    away = {one.key for one in mentees if random.random() < UNREACHED}
    since = stretch.until.replace(day=1)
    kept = []
    for one in found:
        there = one.students if one.held_on < since else tuple(key for key in one.students if key not in away)
        if there:
            kept.append(replace(one, students=there))
    return kept


def more_talks(
    random: Random,
    mentor: str,
    mentees: Sequence[Mentee],
    stretch: Stretch,
    guidances: Sequence[str],
    profile: Profile,
    each: int,
    known: Sequence[Occasion],
) -> list[Occasion]:
    """Return talks with single students until each has so many records: a load for measuring."""
    writer = _Writer(random, mentor, stretch, guidances, profile)
    had = Counter(student for one in known for student in one.students)
    return [
        writer.write("talk", "face_to_face", (one.key,), random.choice(stretch.taught))
        for one in mentees
        for _more in range(each - had[one.key])
    ]


@dataclass(frozen=True)
class _Writer:
    random: Random
    mentor: str
    stretch: Stretch
    guidances: Sequence[str]
    profile: Profile

    def write(
        self,
        kind: str,
        channel: str,
        students: tuple[str, ...],
        day: dt.date,
        group: str = "",
        theme: str = "",
        *,
        made: bool = True,
    ) -> Occasion:
        late = self.random.choice((0, 0, 0, self.random.randint(0, self.profile.latest_entry)))
        chips = self.random.sample(list(self.guidances), self.random.choice((1, 1, 2))) if made else []
        return Occasion(
            mentor=self.mentor,
            kind=kind,
            channel=channel,
            made=made,
            students=students,
            group=group,
            held_on=day,
            entered_on=min(day + dt.timedelta(days=late), self.stretch.until),
            guidances=tuple(chip for chip in self.guidances if chip in chips),
            theme=theme,
            place=self.random.choice(PLACES) if channel == "face_to_face" else "",
            minutes=self.random.choice((10, 15, 20, 30)) if made and kind != "group_activity" else None,
            note=self.random.choice(NOTES) if made and self.random.random() < self.profile.notes else "",
        )


def _talks(writer: _Writer, mentees: Sequence[Mentee]) -> Iterator[Occasion]:
    random = writer.random
    for days in writer.stretch.months():
        share = writer.profile.talks * min(1.0, len(days) / WHOLE_MONTH)
        wanted = [one for one in mentees if random.random() < share]
        while wanted:
            first = wanted[0]
            near = [one for one in wanted if one.class_name == first.class_name]
            size = random.choice((2, 3)) if random.random() < writer.profile.together else 1
            yield writer.write(
                "talk", "face_to_face", tuple(one.key for one in near[:size]), random.choice(days), theme=_theme(random)
            )
            wanted = [one for one in wanted if one not in near[:size]]


def _theme(random: Random) -> str:
    return random.choice(THEMES) if random.random() < 0.5 else ""  # noqa: PLR2004 half of the talks name one


def _activities(writer: _Writer, mentees: Sequence[Mentee]) -> Iterator[Occasion]:
    groups = sorted({one.group for one in mentees})
    for slot in writer.stretch.slots:
        for group in groups:
            if writer.random.random() < writer.profile.activities:
                present = tuple(one.key for one in mentees if one.group == group and writer.random.random() < PRESENT)
                members = present or tuple(one.key for one in mentees if one.group == group)
                theme = writer.random.choice(ACTIVITIES)
                yield writer.write("group_activity", "face_to_face", members, slot, group, theme)


def _families(writer: _Writer, mentees: Sequence[Mentee]) -> Iterator[Occasion]:
    random, profile, taught = writer.random, writer.profile, writer.stretch.taught
    for one in mentees:
        for _half in range(2):
            day = random.choice(taught)
            if random.random() < profile.missed:
                yield writer.write("family_contact", "phone", (one.key,), day, made=False)
            if random.random() < profile.families:
                channel = random.choice(("phone", "phone", "phone", "message", "at_school"))
                yield writer.write("family_contact", channel, (one.key,), day)
        if random.random() < profile.visits:
            yield writer.write("home_visit", "in_home", (one.key,), _weekend(random, taught, writer.stretch.until))


def _weekend(random: Random, taught: Sequence[dt.date], until: dt.date) -> dt.date:
    day = random.choice(taught)
    return min(day + dt.timedelta(days=(5 - day.weekday()) % 7), until)
