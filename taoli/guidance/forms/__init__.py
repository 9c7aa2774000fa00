"""Forms of the guidance pages."""

from taoli.guidance.forms.families import CorrectionForm, ReplyForm
from taoli.guidance.forms.outbox import MENDED, AsideForm, MendForm, read
from taoli.guidance.forms.papers import PaperAnswerForm, PaperForm, SuggestionForm
from taoli.guidance.forms.records import CorrectForm, FactsForm, Option, RecordForm
from taoli.guidance.forms.visits import (
    CodeForm,
    HearForm,
    OfferForm,
    OutcomeForm,
    PlanForm,
    VisitAnswerForm,
    VisitForm,
    topic_options,
)

__all__ = [
    "MENDED",
    "AsideForm",
    "CodeForm",
    "CorrectForm",
    "CorrectionForm",
    "FactsForm",
    "HearForm",
    "MendForm",
    "OfferForm",
    "Option",
    "OutcomeForm",
    "PaperAnswerForm",
    "PaperForm",
    "PlanForm",
    "RecordForm",
    "ReplyForm",
    "SuggestionForm",
    "VisitAnswerForm",
    "VisitForm",
    "read",
    "topic_options",
]
