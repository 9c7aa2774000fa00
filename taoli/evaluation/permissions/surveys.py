"""Who prepares a survey, answers it and sees what came of it; data levels."""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy

SURVEY = policy("evaluation.survey", paths={}, edit={Role.MORAL_OFFICE: Reach.SCHOOL})

declare("evaluation.SurveyBatch", L2="id school term source scale file_hash created_at state", L4="key_sealed")
declare("evaluation.SurveyAnswer", L2="id school batch mentor", L4="sealed")
declare(
    "evaluation.Questionnaire",
    L2="id school title source about_mentor intro questions ready_key retired created_at edit",
)
declare(
    "evaluation.Survey",
    L2="id school term questionnaire title source about_mentor intro questions grades state opens_on closes_on sample "
    "seed population population_hash asked answered counts opened_at closed_at edit",
    L4="key_sealed",
)
declare(
    "evaluation.BallotToken",
    L2="id school survey holder_kind holder_id",
    L3="about spent reminded_on",
    L4="code_hash",
)
declare("evaluation.Ballot", L2="id school survey", L4="sealed")
declare("evaluation.SurveyFigure", L2="id school survey question place_kind place_id hidden", L3="n mean counts")
declare(
    "evaluation.SurveyComment",
    L2="id school survey mentor question state reviewed_by edit",
    L3="text",
    L4="sealed",
)
