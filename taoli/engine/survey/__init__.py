"""Questions of a survey, and what may be told of the answers."""

from taoli.engine.survey.cleaning import Proposal, cleaner
from taoli.engine.survey.indicators import Share, wilson, yes_share
from taoli.engine.survey.questions import Question, QuestionKind
from taoli.engine.survey.suppression import FOR_DETAIL, FOR_MEAN, Figure, publish
from taoli.engine.survey.tally import Cell, Place, PlaceKind, ballots_about, chosen, tally

__all__ = [
    "FOR_DETAIL",
    "FOR_MEAN",
    "Cell",
    "Figure",
    "Place",
    "PlaceKind",
    "Proposal",
    "Question",
    "QuestionKind",
    "Share",
    "ballots_about",
    "chosen",
    "cleaner",
    "publish",
    "tally",
    "wilson",
    "yes_share",
]
