"""Ways of guiding: what a record page offers."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Way:
    """One choice of the record page: the scheme's kind and channel, its label, how it is printed, its usual place.

    `themed`: it is asked what it was about; `grouped`: it is done with the whole group, which is chosen with it.
    """

    key: str
    kind: str
    channel: str
    label: Words
    printed: Words
    place: Words = ""
    icon: str = "notebook"
    themed: bool = False
    grouped: bool = False


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
        themed=True,
        grouped=True,
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
        grouped=True,
    ),
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
        "student_message",
        "talk",
        "message",
        pgettext_lazy("way", "Message to the student"),
        pgettext_lazy("printed after the students", "exchanged messages"),
        icon="send",
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
        "class_meeting",
        "group_activity",
        "at_school",
        pgettext_lazy("way", "Class meeting"),
        pgettext_lazy("printed after the students", "held a class meeting"),
        pgettext_lazy("place", "classroom"),
        "users-group",
        themed=True,
    ),
    Way(
        "lecture",
        "lecture",
        "face_to_face",
        pgettext_lazy("way", "Lecture"),
        pgettext_lazy("printed after the students", "heard a lecture"),
        pgettext_lazy("place", "at school"),
        "users-group",
        themed=True,
    ),
    Way(
        "parent_school",
        "lecture",
        "at_school",
        pgettext_lazy("way", "Parents' school"),
        pgettext_lazy("printed after the students", "'s family: took part in the parents' school"),
        pgettext_lazy("place", "at school"),
        "building",
        themed=True,
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
        "third_place",
        "home_visit",
        "third_place",
        pgettext_lazy("way", "Met the family elsewhere"),
        pgettext_lazy("printed after the students", "'s family: met outside home and school"),
        icon="map-pin",
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
# What dormitory and duty staff note: no duty of a mentor names it.
SEEN = Way(
    "seen",
    "observation",
    "face_to_face",
    pgettext_lazy("way", "Seen on duty"),
    pgettext_lazy("printed after the students", "met on duty"),
    pgettext_lazy("place", "dormitory"),
    "eye",
)
MET_WAYS = (SEEN, MAIN_WAYS[0], MAIN_WAYS[1])
WAYS: Mapping[str, Way] = {way.key: way for way in (*MAIN_WAYS, *MORE_WAYS, *ASKED_WAYS, SEEN)}
PLACES = (
    pgettext_lazy("place", "at school"),
    pgettext_lazy("place", "office"),
    pgettext_lazy("place", "classroom"),
    pgettext_lazy("place", "playground"),
    pgettext_lazy("place", "at home"),
    pgettext_lazy("place", "outside school"),
)


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
