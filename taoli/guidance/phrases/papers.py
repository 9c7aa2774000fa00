"""What students are asked on their papers."""

from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a paper; `short`: a word or two."""

    words: str
    short: bool = False


def usual_questions(kind: str) -> list[Question]:
    """Return what is asked where the scheme has no words of its own."""
    asked = {
        "reflection": [Question(_("What we talked about")), Question(_("What I will do"))],
        "report": [
            Question(_("My studies in these two weeks")),
            Question(_("My life")),
            Question(_("My mood, in a word"), short=True),
            Question(_("Help I wish for")),
        ],
        "self_evaluation": [
            Question(_("Where I have grown")),
            Question(_("What I am proud of")),
            Question(_("What comes next")),
        ],
    }
    return asked[kind]
