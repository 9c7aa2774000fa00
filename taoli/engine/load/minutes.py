"""How long things take: our own working assumptions, used where the scheme names no minutes; a school types its own."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from taoli.engine.scheme import Duty
from taoli.engine.scheme.vocabulary import Channel, ConferenceKind, Kind

# Writing it down is part of each; the way to a visit is counted apart.
MINUTES: Mapping[Kind, float] = {
    Kind.TALK: 20,
    Kind.GROUP_TALK: 40,
    Kind.GROUP_ACTIVITY: 40,
    Kind.GREETING: 1,
    Kind.FAMILY_CONTACT: 10,
    Kind.HOME_VISIT: 50,
    Kind.PARENT_MEETING: 60,
    Kind.CONFERENCE: 40,
    Kind.LECTURE: 90,
    Kind.PLAN: 60,
    Kind.CASE_ANALYSIS: 40,
    Kind.TERM_EVALUATION: 20,
    Kind.SUMMARY: 40,
    Kind.STUDENT_REPORT: 20,
    Kind.REFLECTION: 10,
    Kind.PERFORMANCE_NOTE: 10,
    Kind.ARCHIVE_ENTRY: 10,
    Kind.TRAINING: 90,
    Kind.PRACTICE: 90,
}
CONFERENCES: Mapping[ConferenceKind, float] = {
    ConferenceKind.CLASS_WEEKLY: 40,
    ConferenceKind.DAILY_HUDDLE: 10,
    ConferenceKind.GRADE_CONSULTATION: 40,
    ConferenceKind.PRINCIPAL_MEETING: 60,
    ConferenceKind.MONTH_REVIEW: 40,
    ConferenceKind.EDUCATION_GROUP: 40,
    ConferenceKind.EXPERIENCE_EXCHANGE: 90,
    ConferenceKind.PARENT_MEETING: 60,
    ConferenceKind.CLASS_MEETING: 40,
    ConferenceKind.HOME_SCHOOL: 60,
}
TRAVEL = 40  # to a home and back
SLOT = 40  # one lesson
AWAY = {Channel.IN_HOME, Channel.THIRD_PLACE, Channel.WORKPLACE}


@dataclass(frozen=True, slots=True)
class Minutes:
    """Minutes for one record of a kind, one conference, one way to a home and back, one fixed slot."""

    kinds: Mapping[Kind, float] = field(default_factory=dict)
    conferences: Mapping[ConferenceKind, float] = field(default_factory=dict)
    travel: float = TRAVEL
    slot: float = SLOT

    def of(self, kind: Kind) -> float:
        """Minutes of one record."""
        return self.kinds.get(kind, MINUTES[kind])

    def of_conference(self, kind: ConferenceKind) -> float:
        """Minutes of one conference."""
        return self.conferences.get(kind, CONFERENCES[kind])

    def of_duty(self, duty: Duty) -> tuple[float, float]:
        """What doing it once takes, and the way there: by the lightest kind that fulfils it, for nobody owes more;
        never less than the minutes the scheme names.
        """
        ways = [(duty.min_minutes or self.of(kind), kind) for kind in duty.kinds]
        return min(((work, self._way(duty, kind)) for work, kind in ways), key=sum)

    def _way(self, duty: Duty, kind: Kind) -> float:
        at_home = not duty.channels or not AWAY.isdisjoint(duty.channels)
        return self.travel if kind == Kind.HOME_VISIT and at_home else 0
