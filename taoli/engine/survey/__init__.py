"""Questions of a survey, who is drawn for it, and what may be told of the answers."""

from taoli.engine.survey.draw import draw, population_hash
from taoli.engine.survey.questions import Question, QuestionKind
from taoli.engine.survey.ready import ReadySet, ready_sets

__all__ = ["Question", "QuestionKind", "ReadySet", "draw", "population_hash", "ready_sets"]
