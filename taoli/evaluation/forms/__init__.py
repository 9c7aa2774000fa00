"""Forms of evaluation."""

from taoli.evaluation.forms.appraisal import AnswersForm, HonourForm, TickForm
from taoli.evaluation.forms.ballots import BallotForm, CodeForm, SlipsForm
from taoli.evaluation.forms.surveys import PlaceForm, QuestionForm, SurveyForm

__all__ = [
    "AnswersForm",
    "BallotForm",
    "CodeForm",
    "HonourForm",
    "PlaceForm",
    "QuestionForm",
    "SlipsForm",
    "SurveyForm",
    "TickForm",
]
from taoli.evaluation.forms.results import PapersForm, ReviewForm

__all__ = ["AnswersForm", "HonourForm", "PapersForm", "ReviewForm", "TickForm"]
