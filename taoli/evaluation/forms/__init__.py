"""Forms of evaluation."""

from taoli.evaluation.forms.appraisal import AnswersForm, HonourForm, TickForm
from taoli.evaluation.forms.objections import ObjectionAnswerForm, ObjectionForm, ShareForm

__all__ = ["AnswersForm", "HonourForm", "ObjectionAnswerForm", "ObjectionForm", "ShareForm", "TickForm"]
