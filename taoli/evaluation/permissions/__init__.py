"""Who reaches what of evaluation; data levels. One file a noun."""

from taoli.evaluation.permissions import honours
from taoli.evaluation.permissions.appraisals import APPRAISAL, SHEET
from taoli.evaluation.permissions.objections import OBJECTION
from taoli.evaluation.permissions.surveys import SURVEY

__all__ = ["APPRAISAL", "OBJECTION", "SHEET", "SURVEY", "honours"]
