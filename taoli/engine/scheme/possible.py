"""Duties that no record can ever fulfil: what is asked for excludes itself."""

from taoli.engine.scheme.duties import Duty
from taoli.engine.scheme.vocabulary import Actor, Channel, Kind, Subject

TOGETHER = frozenset({Kind.GROUP_TALK, Kind.GROUP_ACTIVITY, Kind.PARENT_MEETING, Kind.CONFERENCE, Kind.LECTURE})
BY_STUDENTS = frozenset(
    {Kind.STUDENT_REPORT, Kind.REFLECTION, Kind.PLAN, Kind.ARCHIVE_ENTRY, Kind.TERM_EVALUATION}
    | {Kind.SUMMARY, Kind.PRACTICE, Kind.GREETING}
)
WRITTEN = frozenset(
    {Channel.MESSAGE, Channel.EMAIL, Channel.LETTER, Channel.WEEKLY_JOURNAL, Channel.DIARY, Channel.PAPER}
)
AT_A_PLACE = frozenset({Channel.IN_HOME, Channel.AT_SCHOOL, Channel.THIRD_PLACE, Channel.WORKPLACE})
# Kinds that happen in one way only; the others can happen in any.
WAYS = {
    Kind.HOME_VISIT: AT_A_PLACE | {Channel.FACE_TO_FACE, Channel.VIDEO},
    Kind.PARENT_MEETING: AT_A_PLACE | {Channel.FACE_TO_FACE, Channel.VIDEO},
    Kind.GROUP_ACTIVITY: AT_A_PLACE | {Channel.FACE_TO_FACE, Channel.VIDEO},
}
OF_MANY = frozenset({Subject.GROUP, Subject.CLASS, Subject.GRADE, Subject.SCHOOL})


def why_impossible(duty: Duty) -> str:
    """Why nobody can do it, or an empty text: `not_by_students` (nothing of it is a student's to do), `no_such_way`
    (none of the kinds happens in one of the channels), `no_minutes_in_letters`, `not_alone_in_a_group` (one to one
    with many).
    """
    if duty.who == Actor.STUDENT and not BY_STUDENTS & set(duty.kinds):
        return "not_by_students"
    channels = frozenset(duty.channels)
    if channels and all(kind in WAYS and not WAYS[kind] & channels for kind in duty.kinds):
        return "no_such_way"
    if duty.min_minutes is not None and channels and channels <= WRITTEN:
        return "no_minutes_in_letters"
    if duty.one_to_one and (duty.subject in OF_MANY or set(duty.kinds) <= TOGETHER):
        return "not_alone_in_a_group"
    return ""
