"""Questions of a survey, and what may be told of the answers."""

from taoli.engine.survey.questions import Question, QuestionKind

__all__ = ["Question", "QuestionKind"]
