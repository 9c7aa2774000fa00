"""Who keeps research topics in a school, who reads what was filed; data levels."""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy
from taoli.evaluation.permissions.stories import WRITERS

TOPIC = policy(
    "oversight.topic",
    paths={Reach.OWN: "leader_id"},
    view={**dict.fromkeys(WRITERS, Reach.OWN), Role.MORAL_OFFICE: Reach.SCHOOL, Role.PRINCIPAL: Reach.SCHOOL},
    edit={Role.MORAL_OFFICE: Reach.SCHOOL},
)
FILED_TOPIC = policy(
    "oversight.filed_topic",
    paths={},
    view={Role.OFFICER: Reach.SCHOOL},
    decide={Role.OFFICER: Reach.SCHOOL},
)

declare("oversight.Topic", L2="id school title level leader members result filing bureau answer edit")
declare("oversight.TopicStage", L2="id school topic step day document")
declare(
    "oversight.FiledTopic",
    L2="id school member ref title level leader members result stages filing answer filed_at edit",
)
