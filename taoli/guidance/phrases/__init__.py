"""The words of guidance."""

from taoli.guidance.phrases.days import ago, dated, full_date, joined, short_date
from taoli.guidance.phrases.outbox import advice
from taoli.guidance.phrases.papers import Question, usual_questions
from taoli.guidance.phrases.printed import NOT_REACHED, PRINTED, fill, printed
from taoli.guidance.phrases.prompts import PROMPTS, Prompt
from taoli.guidance.phrases.strengths import MOST_STRENGTHS, STRENGTHS, strength_words
from taoli.guidance.phrases.visits import (
    DISCIPLINE,
    FAMILY_STATES,
    HOW,
    PLACE_WORDS,
    STATE_KIND,
    TOPICS,
    WAY_OF_PLACE,
    WHO,
    given_name,
    moment_words,
    place_words,
    step_words,
)
from taoli.guidance.phrases.ways import (
    ASKED_WAYS,
    MAIN_WAYS,
    MET_WAYS,
    MORE_WAYS,
    PLACES,
    SEEN,
    WAYS,
    Way,
    way_for,
    way_of,
)

__all__ = [
    "ASKED_WAYS",
    "DISCIPLINE",
    "FAMILY_STATES",
    "HOW",
    "MAIN_WAYS",
    "MET_WAYS",
    "MORE_WAYS",
    "MOST_STRENGTHS",
    "NOT_REACHED",
    "PLACES",
    "PLACE_WORDS",
    "PRINTED",
    "PROMPTS",
    "SEEN",
    "STATE_KIND",
    "STRENGTHS",
    "TOPICS",
    "WAYS",
    "WAY_OF_PLACE",
    "WHO",
    "Prompt",
    "Question",
    "Way",
    "advice",
    "ago",
    "dated",
    "fill",
    "full_date",
    "given_name",
    "joined",
    "moment_words",
    "place_words",
    "printed",
    "short_date",
    "step_words",
    "strength_words",
    "usual_questions",
    "way_for",
    "way_of",
]
