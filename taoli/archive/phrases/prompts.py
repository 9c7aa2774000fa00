"""What helps to begin a voice: strengths first, then what was done, then one wish."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

PROMPTS: Mapping[str, Sequence[object]] = {
    "homeroom": (
        gettext_lazy("What is the student good at, and where did you see it?"),
        gettext_lazy("What has the class got from the student this term?"),
        gettext_lazy("Which one step would help most next term?"),
    ),
    "mentor": (
        gettext_lazy("What strength showed in your talks?"),
        gettext_lazy("What did the student set out to do, and what came of it?"),
        gettext_lazy("What will you look at together next term?"),
    ),
    "subject": (
        gettext_lazy("What does the student do well in your lessons?"),
        gettext_lazy("What has become easier than at the beginning of the term?"),
        gettext_lazy("One thing to practise next?"),
    ),
    "student": (
        gettext_lazy("What are you glad about when you look back?"),
        gettext_lazy("What was difficult, and what helped?"),
        gettext_lazy("What do you want to try next term?"),
    ),
    "parent": (
        gettext_lazy("What do you like to see in your child at home?"),
        gettext_lazy("What has your child learnt to do alone this term?"),
        gettext_lazy("What would you like to ask of the school?"),
    ),
}


def prompts_for(kind: str) -> list[str]:
    """Return the questions that help a kind of voice."""
    return [str(words) for words in PROMPTS[kind]]


def readers_of(kind: str) -> str:
    """Say who reads a voice, and when."""
    if kind in {"student", "parent"}:
        return _("you and the homeroom teacher at once; the student, the family and the mentor when it is released")
    return _("you, the homeroom teacher and the moral office at once; the student and the family when it is released")
