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
from taoli.evaluation.forms.career import EntryForm
from taoli.evaluation.forms.notices import AnswerForm, NoticeForm, RemarkForm
from taoli.evaluation.forms.pay import AllowanceForm
from taoli.evaluation.forms.stars import LadderForm, StarForm, StarReviewForm
from taoli.evaluation.forms.stories import ConsentForm, StoryForm, StoryReviewForm
from taoli.evaluation.forms.training import SessionForm

__all__ = [
    "AllowanceForm",
    "AnswerForm",
    "AnswersForm",
    "ConsentForm",
    "EntryForm",
    "HonourForm",
    "LadderForm",
    "NoticeForm",
    "RemarkForm",
    "SessionForm",
    "StarForm",
    "StarReviewForm",
    "StoryForm",
    "StoryReviewForm",
    "TickForm",
]
from taoli.evaluation.forms.objections import ObjectionAnswerForm, ObjectionForm, ShareForm

__all__ = ["AnswersForm", "HonourForm", "ObjectionAnswerForm", "ObjectionForm", "ShareForm", "TickForm"]
