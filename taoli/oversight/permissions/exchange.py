"""Who agrees to, offers, publishes and reads what schools pass on to each other; data levels.

`oversight.story_offer`: the author agrees for the own texts, the office hands in. `oversight.exchange`: the published
texts, read by the whole staff. `oversight.shared_story`: the bureau's desk.
"""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy
from taoli.evaluation.permissions.notices import STAFF_ROLES
from taoli.evaluation.permissions.stories import WRITERS

STORY_OFFER = policy(
    "oversight.story_offer",
    paths={Reach.OWN: "story__author_id"},
    own=dict.fromkeys(WRITERS, Reach.OWN),
    offer={Role.MORAL_OFFICE: Reach.SCHOOL},
    settle={**dict.fromkeys(WRITERS, Reach.OWN), Role.MORAL_OFFICE: Reach.SCHOOL},
)
EXCHANGE = policy(
    "oversight.exchange",
    paths={},
    read=dict.fromkeys(STAFF_ROLES, Reach.SCHOOL),
    mark={Role.MORAL_OFFICE: Reach.SCHOOL},
)
SHARED = policy(
    "oversight.shared_story",
    paths={},
    view={Role.OFFICER: Reach.SCHOOL},
    decide={Role.OFFICER: Reach.SCHOOL},
)

declare("oversight.StoryOffer", L2="id school story part agreed_on state bureau answer edit")
declare("oversight.UsefulMark", L2="id school ref marked_by marked_at")
declare(
    "oversight.SharedStory",
    L2="id school member ref kind part title text author agreed_on state answer offered_at published_at useful edit",
)
declare("oversight.ExchangeEvent", L1="id school kind title day place words published edit")
declare("oversight.EventEntry", L2="id school event story result")
