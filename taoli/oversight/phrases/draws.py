"""The three questions of a draw, ready made, and what can be answered."""

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

Text = str | Promise

QUESTIONS: dict[str, tuple[tuple[str, Text], ...]] = {
    "families": (
        ("knows", pgettext_lazy("draw", "Do you know who your child's mentor is?")),
        ("contact", pgettext_lazy("draw", "Has the mentor been in touch with your family this term?")),
        ("helps", pgettext_lazy("draw", "Can your child turn to the mentor when something is the matter?")),
    ),
    "mentors": (
        ("clear", pgettext_lazy("draw", "Is it clear to you what is asked of a mentor?")),
        ("time", pgettext_lazy("draw", "Can the work be done within working hours?")),
        ("support", pgettext_lazy("draw", "Does the school help when you need help with a student?")),
    ),
}
WORDS: dict[str, Text] = {
    "yes": pgettext_lazy("draw", "Yes"),
    "rather": pgettext_lazy("draw", "Rather"),
    "no": pgettext_lazy("draw", "No"),
}
