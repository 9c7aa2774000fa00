"""Questions of a survey, who is drawn for it, and what may be told of the answers."""

from taoli.engine.survey.calls import ANSWERS, Told, draw_command, place_names, places_drawn, pooled, seed_of, told
from taoli.engine.survey.cleaning import Proposal, cleaner
from taoli.engine.survey.draw import draw, population_hash
from taoli.engine.survey.indicators import Share, wilson, yes_share
from taoli.engine.survey.questions import Question, QuestionKind
from taoli.engine.survey.ready import ReadySet, ready_sets
from taoli.engine.survey.suppression import FOR_DETAIL, FOR_MEAN, Figure, publish
from taoli.engine.survey.tally import Cell, Place, PlaceKind, ballots_about, chosen, tally

__all__ = [
    "ANSWERS",
    "FOR_DETAIL",
    "FOR_MEAN",
    "Cell",
    "Figure",
    "Place",
    "PlaceKind",
    "Proposal",
    "Question",
    "QuestionKind",
    "ReadySet",
    "Share",
    "Told",
    "ballots_about",
    "chosen",
    "cleaner",
    "draw",
    "draw_command",
    "place_names",
    "places_drawn",
    "pooled",
    "population_hash",
    "publish",
    "ready_sets",
    "seed_of",
    "tally",
    "told",
    "wilson",
    "yes_share",
]
