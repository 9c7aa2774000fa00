"""The words of records: ways of guiding, the sentence that is printed."""

import datetime as dt
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.utils.dateformat import format as format_date
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Way:
    """One choice of the record page: the scheme's kind and channel, its label, how it is printed, its usual place."""

    key: str
    kind: str
    channel: str
    label: Words
    printed: Words
    place: Words = ""
    icon: str = "notebook"


MAIN_WAYS = (
    Way(
        "talk",
        "talk",
        "face_to_face",
        pgettext_lazy("way", "Talk"),
        pgettext_lazy("printed after the students", "talked"),
        pgettext_lazy("place", "at school"),
        "message-circle",
    ),
    Way(
        "phone",
        "family_contact",
        "phone",
        pgettext_lazy("way", "Phone call"),
        pgettext_lazy("printed after the students", "'s family: telephoned"),
        icon="phone",
    ),
    Way(
        "visit",
        "home_visit",
        "in_home",
        pgettext_lazy("way", "Home visit"),
        pgettext_lazy("printed after the students", "'s family: visited"),
        pgettext_lazy("place", "at home"),
        "home",
    ),
    Way(
        "activity",
        "group_activity",
        "face_to_face",
        pgettext_lazy("way", "Activity"),
        pgettext_lazy("printed after the students", "did an activity"),
        pgettext_lazy("place", "at school"),
        "users-group",
    ),
)
MORE_WAYS = (
    Way(
        "group_talk",
        "group_talk",
        "face_to_face",
        pgettext_lazy("way", "Group talk"),
        pgettext_lazy("printed after the students", "talked as a group"),
        pgettext_lazy("place", "at school"),
        "messages",
    ),
    Way(
        "message",
        "family_contact",
        "message",
        pgettext_lazy("way", "Message to the family"),
        pgettext_lazy("printed after the students", "'s family: exchanged messages"),
        icon="send",
    ),
    Way(
        "family_at_school",
        "family_contact",
        "at_school",
        pgettext_lazy("way", "Family at school"),
        pgettext_lazy("printed after the students", "'s family: met"),
        pgettext_lazy("place", "at school"),
        "users",
    ),
    Way(
        "video",
        "family_contact",
        "video",
        pgettext_lazy("way", "Video call with the family"),
        pgettext_lazy("printed after the students", "'s family: spoke by video"),
        icon="video",
    ),
    Way(
        "parent_meeting",
        "parent_meeting",
        "face_to_face",
        pgettext_lazy("way", "Parents' meeting"),
        pgettext_lazy("printed after the students", "'s family: met at the parents' meeting"),
        pgettext_lazy("place", "at school"),
        "building",
    ),
    Way(
        "case_analysis",
        "case_analysis",
        "paper",
        pgettext_lazy("way", "Case analysis"),
        pgettext_lazy("printed after the students", "was looked at in a case analysis"),
        icon="file-text",
    ),
)
# Ways that stand on the page only where a requirement of the school's scheme asks for them.
ASKED_WAYS = (
    Way(
        "letter",
        "talk",
        "letter",
        pgettext_lazy("way", "Letter"),
        pgettext_lazy("printed after the students", "exchanged letters"),
        icon="send",
    ),
    Way(
        "weekly_journal",
        "talk",
        "weekly_journal",
        pgettext_lazy("way", "Weekly journal"),
        pgettext_lazy("printed after the students", "'s weekly journal: answered"),
    ),
    Way(
        "diary",
        "talk",
        "diary",
        pgettext_lazy("way", "Diary"),
        pgettext_lazy("printed after the students", "'s diary: answered"),
    ),
    Way(
        "email",
        "talk",
        "email",
        pgettext_lazy("way", "E-mail"),
        pgettext_lazy("printed after the students", "exchanged e-mails"),
        icon="send",
    ),
    Way(
        "student_phone",
        "talk",
        "phone",
        pgettext_lazy("way", "Phone call with the student"),
        pgettext_lazy("printed after the students", "spoke on the phone"),
        icon="phone",
    ),
    Way(
        "student_message",
        "talk",
        "message",
        pgettext_lazy("way", "Message to the student"),
        pgettext_lazy("printed after the students", "exchanged messages"),
        icon="send",
    ),
    Way(
        "third_place",
        "home_visit",
        "third_place",
        pgettext_lazy("way", "Met the family elsewhere"),
        pgettext_lazy("printed after the students", "'s family: met outside home and school"),
        icon="map-pin",
    ),
    Way(
        "greeting",
        "greeting",
        "face_to_face",
        pgettext_lazy("way", "Greeting"),
        pgettext_lazy("printed after the students", "were greeted"),
        pgettext_lazy("place", "at school"),
        "message-circle",
    ),
    Way(
        "lecture",
        "lecture",
        "face_to_face",
        pgettext_lazy("way", "Lecture"),
        pgettext_lazy("printed after the students", "heard a lecture"),
        pgettext_lazy("place", "at school"),
        "users-group",
    ),
    Way(
        "student_report",
        "student_report",
        "face_to_face",
        pgettext_lazy("way", "Student's report"),
        pgettext_lazy("printed after the students", "reported"),
        pgettext_lazy("place", "at school"),
        "message-circle",
    ),
    Way(
        "performance_note",
        "performance_note",
        "paper",
        pgettext_lazy("way", "Monthly performance"),
        pgettext_lazy("printed after the students", "'s performance: noted"),
        icon="file-text",
    ),
    Way(
        "term_evaluation",
        "term_evaluation",
        "paper",
        pgettext_lazy("way", "Evaluation at term end"),
        pgettext_lazy("printed after the students", "'s term: evaluated"),
        icon="file-text",
    ),
    Way(
        "practice",
        "practice",
        "face_to_face",
        pgettext_lazy("way", "Practice"),
        pgettext_lazy("printed after the students", "took part in a practice"),
        icon="users-group",
    ),
)
WAYS: Mapping[str, Way] = {way.key: way for way in (*MAIN_WAYS, *MORE_WAYS, *ASKED_WAYS)}
PLACES = (
    pgettext_lazy("place", "at school"),
    pgettext_lazy("place", "office"),
    pgettext_lazy("place", "classroom"),
    pgettext_lazy("place", "playground"),
    pgettext_lazy("place", "at home"),
    pgettext_lazy("place", "outside school"),
)
WEEKDAYS = (
    pgettext_lazy("weekday", "Mon"),
    pgettext_lazy("weekday", "Tue"),
    pgettext_lazy("weekday", "Wed"),
    pgettext_lazy("weekday", "Thu"),
    pgettext_lazy("weekday", "Fri"),
    pgettext_lazy("weekday", "Sat"),
    pgettext_lazy("weekday", "Sun"),
)
# Filled by the page's script and by `fill` alike: a part in [ ] falls away when it has nothing.
PRINTED = gettext_lazy("{date}[, {place}]: {students} {kind}[; theme: {theme}][; about: {topics}].")
NOT_REACHED = gettext_lazy("{date}: tried to reach {students}, without an answer.")
PART = re.compile(r"\[([^\]]*)\]")
NAME = re.compile(r"\{(\w+)\}")


def way_of(kind: str, channel: str) -> Way:
    """Return the way of a stored kind and channel; a kind that no page offers is shown by its nearest or its code."""
    ways = list(WAYS.values())
    exact = [way for way in ways if (way.kind, way.channel) == (kind, channel)]
    near = [way for way in ways if way.kind == kind]
    return next(iter([*exact, *near, Way(kind, kind, channel, kind, kind)]))


def way_for(kinds: Collection[str], channels: Collection[str] = ()) -> str:
    """Return the key of the way that fulfils a duty of these kinds (and channels, if any): for links to the page."""
    fitting = [way for way in WAYS.values() if way.kind in kinds and (not channels or way.channel in channels)]
    return fitting[0].key if fitting else ""


def fill(template: str, values: Mapping[str, str]) -> str:
    """Fill a template as the page's script does."""

    def part(match: re.Match[str]) -> str:
        names = NAME.findall(match[1])
        return match[1] if all(values.get(name) for name in names) else ""

    return NAME.sub(lambda match: values.get(match[1], ""), PART.sub(part, template))


def printed(
    *,
    held_on: dt.date,
    students: Sequence[str],
    kind: str,
    channel: str,
    place: str = "",
    theme: str = "",
    topics: Sequence[str] = (),
    made: bool = True,
) -> str:
    """Return what a form prints of a record: date, place, students, way, theme, guidances; nothing private."""
    values = {
        "date": short_date(held_on),
        "students": joined(students),
        "kind": str(way_of(kind, channel).printed),
        "place": place,
        "theme": theme,
        "topics": joined(topics),
    }
    return fill(str(PRINTED if made else NOT_REACHED), values)


def joined(words: Sequence[str]) -> str:
    """Return words as one list in the reader's language."""
    return pgettext("between the members of a list", ", ").join(words)


def short_date(day: dt.date) -> str:
    """Return a day without its year: 11月23日."""
    return format_date(day, pgettext("day of the year", "F j"))


def full_date(day: dt.date) -> str:
    """Return a day with its weekday: 11月23日 周一."""
    return pgettext("day with weekday", "%(weekday)s, %(day)s") % {
        "weekday": WEEKDAYS[day.weekday()],
        "day": short_date(day),
    }


def ago(day: dt.date, today: dt.date) -> str:
    """Return how long ago a day was, in a word: 今天, 昨天, 9天前."""
    days = (today - day).days
    if days == 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    return _("%(days)s days ago") % {"days": days}
