"""Who reaches what of evaluation; data levels. One file a noun."""

from taoli.evaluation.permissions import honours
from taoli.evaluation.permissions.appraisals import APPRAISAL, SHEET
from taoli.evaluation.permissions.career import CAREER
from taoli.evaluation.permissions.notices import NOTICE
from taoli.evaluation.permissions.objections import OBJECTION
from taoli.evaluation.permissions.pay import PAY
from taoli.evaluation.permissions.results import COMMENT, RESULT
from taoli.evaluation.permissions.stars import LADDER, STAR
from taoli.evaluation.permissions.stories import STORY
from taoli.evaluation.permissions.surveys import SURVEY
from taoli.evaluation.permissions.training import TRAINING

__all__ = [
    "APPRAISAL",
    "CAREER",
    "COMMENT",
    "LADDER",
    "NOTICE",
    "OBJECTION",
    "PAY",
    "RESULT",
    "SHEET",
    "STAR",
    "STORY",
    "SURVEY",
    "TRAINING",
    "honours",
]
