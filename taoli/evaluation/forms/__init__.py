"""Forms of evaluation."""

from taoli.evaluation.forms.appraisal import AnswersForm, HonourForm, TickForm
from taoli.evaluation.forms.results import PapersForm, ReviewForm

__all__ = ["AnswersForm", "HonourForm", "PapersForm", "ReviewForm", "TickForm"]
