"""Forms of the matching pages."""

from taoli.matching.forms.closing import AgreementForm, MeetingForm
from taoli.matching.forms.fields import DAY, MOST_BYTES, MOST_DIGITS, MOST_SEED, MOST_STUDENTS
from taoli.matching.forms.groups import GroupingForm
from taoli.matching.forms.rounds import ApplicationForm, IntroductionForm, OffersForm, RoundForm, TimesForm
from taoli.matching.forms.rules import SEPARATORS, CoordinationForm, LimitsForm, RuleForm
from taoli.matching.forms.runs import DropForm, MoveForm, PublishForm, RunForm, SwapsForm
from taoli.matching.forms.wishes import CodeForm, HandedIn, IssueForm, WorkbookForm, hand_in, paper_lines, typed_wishes
from taoli.matching.forms.year import (
    AnswerForm,
    AskForm,
    AwayForm,
    DivideForm,
    EndForm,
    EndManyForm,
    PlanForm,
    StartForm,
    StudentMoveForm,
    confirm_plan,
    planned,
)

__all__ = [
    "DAY",
    "MOST_BYTES",
    "MOST_DIGITS",
    "MOST_SEED",
    "MOST_STUDENTS",
    "SEPARATORS",
    "AgreementForm",
    "AnswerForm",
    "ApplicationForm",
    "AskForm",
    "AwayForm",
    "CodeForm",
    "CoordinationForm",
    "DivideForm",
    "DropForm",
    "EndForm",
    "EndManyForm",
    "GroupingForm",
    "HandedIn",
    "IntroductionForm",
    "IssueForm",
    "LimitsForm",
    "MeetingForm",
    "MoveForm",
    "OffersForm",
    "PlanForm",
    "PublishForm",
    "RoundForm",
    "RuleForm",
    "RunForm",
    "StartForm",
    "StudentMoveForm",
    "SwapsForm",
    "TimesForm",
    "WorkbookForm",
    "confirm_plan",
    "hand_in",
    "paper_lines",
    "planned",
    "typed_wishes",
]
