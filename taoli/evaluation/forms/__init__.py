"""Forms of evaluation."""

from taoli.evaluation.forms.appraisal import AnswersForm, HonourForm, TickForm
from taoli.evaluation.forms.ballots import BallotForm, CodeForm, SlipsForm
from taoli.evaluation.forms.career import EntryForm
from taoli.evaluation.forms.notices import AnswerForm, NoticeForm, RemarkForm
from taoli.evaluation.forms.objections import ObjectionAnswerForm, ObjectionForm, ShareForm
from taoli.evaluation.forms.pay import AllowanceForm
from taoli.evaluation.forms.results import PapersForm, ReviewForm
from taoli.evaluation.forms.stars import LadderForm, StarForm, StarReviewForm
from taoli.evaluation.forms.stories import ConsentForm, StoryForm, StoryReviewForm
from taoli.evaluation.forms.surveys import PlaceForm, QuestionForm, SurveyForm
from taoli.evaluation.forms.training import SessionForm

__all__ = [
    "AllowanceForm",
    "AnswerForm",
    "AnswersForm",
    "BallotForm",
    "CodeForm",
    "ConsentForm",
    "EntryForm",
    "HonourForm",
    "LadderForm",
    "NoticeForm",
    "ObjectionAnswerForm",
    "ObjectionForm",
    "PapersForm",
    "PlaceForm",
    "QuestionForm",
    "RemarkForm",
    "ReviewForm",
    "SessionForm",
    "ShareForm",
    "SlipsForm",
    "StarForm",
    "StarReviewForm",
    "StoryForm",
    "StoryReviewForm",
    "SurveyForm",
    "TickForm",
]
