"""Who writes a story, who reviews it, who reads the collection; data levels.

`read` is the collection: accepted stories, names taken out. The text as it was written is the author's and the
reviewer's.
"""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy
from taoli.evaluation.permissions.notices import STAFF_ROLES

WRITERS = (Role.MENTOR, Role.HOMEROOM_TEACHER, Role.GRADE_LEAD, Role.COUNSELLOR)

STORY = policy(
    "evaluation.story",
    paths={Reach.OWN: "author_id"},
    read=dict.fromkeys(STAFF_ROLES, Reach.SCHOOL),
    write=dict.fromkeys(WRITERS, Reach.OWN),
    review={Role.MORAL_OFFICE: Reach.SCHOOL},
    settle={**dict.fromkeys(WRITERS, Reach.OWN), Role.MORAL_OFFICE: Reach.SCHOOL},
)

declare(
    "evaluation.Story",
    L2="id school author kind clean_title clean_text state written_at reviewed_by accepted_at edit",
    L3="title text answer",
)
declare("evaluation.StoryStudent", L2="id school story noted_by", L3="student consent giver said_on")
