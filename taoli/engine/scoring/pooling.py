"""Which answers stand for a mentor: too few on one of few students are pooled before an item is left out (schemes.md,
decision 12).
"""

from taoli.engine.facts import Finding, MentorScope
from taoli.engine.scheme.methods import MIN_ANSWERS
from taoli.engine.scheme.vocabulary import Survey
from taoli.engine.scoring.desk import Desk, Pool

FEW_STUDENTS = 4
# One named adult answers, nobody who could be found out: one answer is enough.
NAMED = {Survey.LEADERS, Survey.LEAD_MENTOR, Survey.MORAL_OFFICE, Survey.SELF}


def least_of(source: Survey, least: int) -> int:
    """How many answers a source needs: of those who must stay unknown never fewer than five, whatever the scheme says
    (security.md, surveys).
    """
    return 1 if source in NAMED else max(least, MIN_ANSWERS)


def pool_of(desk: Desk, mentor: MentorScope, source: Survey, least: int) -> Pool:
    """The own answers if there are `least`; for a mentor of one to four students else those of two terms, else those
    on all mentors of few students in the grade who have some but too few; else the own, too few as they are.
    """
    place = (source.value, mentor.mentor_id, least)
    if place not in desk.pools:
        desk.pools[place] = _pool(desk, mentor, source, least)
    return desk.pools[place]


def _pool(desk: Desk, mentor: MentorScope, source: Survey, least: int) -> Pool:
    own = desk.answers(source, mentor.mentor_id)
    if len(own) >= least or not 1 <= len(mentor.student_ids) <= FEW_STUDENTS:
        return Pool(own)
    said = {"source": source.value, "answers": len(own)}
    before = desk.earlier(source, mentor.mentor_id)
    if len(own) + len(before) >= least:
        return Pool((*own, *before), Finding("pooled_terms", {**said, "earlier": len(before)}))
    like = [other for other in desk.facts.mentors if _is_like(desk, mentor, other, source, least)]
    together = tuple(value for other in like for value in desk.answers(source, other.mentor_id))
    if own and len(together) >= least:
        return Pool(together, Finding("pooled_group", {**said, "mentors": len(like), "together": len(together)}))
    return Pool(own)


def _is_like(desk: Desk, mentor: MentorScope, other: MentorScope, source: Survey, least: int) -> bool:
    few = 1 <= len(other.student_ids) <= FEW_STUDENTS
    return few and other.grade_id == mentor.grade_id and 0 < len(desk.answers(source, other.mentor_id)) < least
