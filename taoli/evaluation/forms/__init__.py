"""Forms of evaluation."""

from taoli.evaluation.forms.appraisal import AnswersForm, HonourForm, TickForm

__all__ = ["AnswersForm", "HonourForm", "TickForm"]
