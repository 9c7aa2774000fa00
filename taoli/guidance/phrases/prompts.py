"""Cards to think with before a talk. They are shown, never filled in and never stored."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Prompt:
    """One occasion: a few lines, and when it is more than a mentor's matter."""

    key: str
    icon: str
    title: Words
    lines: tuple[Words, ...]
    more: Words


PROMPTS = (
    Prompt(
        "first_meeting",
        "user-plus",
        pgettext_lazy("prompt", "A first meeting"),
        (
            pgettext_lazy("prompt", "Say who you are, and when and where you can be found."),
            pgettext_lazy(
                "prompt",
                "Ask what they like to be called, what they enjoy, whom they get along with. Listen more than you ask.",
            ),
            pgettext_lazy("prompt", "Say what stays with you and what cannot: danger is always passed on."),
            pgettext_lazy("prompt", "End with one small thing to do and the next day to meet."),
        ),
        pgettext_lazy("prompt", "If they do not want to talk, walk a round together. That is a meeting, too."),
    ),
    Prompt(
        "exam",
        "chart-bar",
        pgettext_lazy("prompt", "After a poor exam"),
        (
            pgettext_lazy("prompt", "Let them tell first. Do not begin with the marks."),
            pgettext_lazy("prompt", "Ask how they slept, ate and used their time in the weeks before."),
            pgettext_lazy("prompt", "Choose one subject and one habit, for two weeks."),
            pgettext_lazy("prompt", "No comparison with classmates; nothing to the family behind their back."),
        ),
        pgettext_lazy("prompt", "No sleep, no appetite, “it is all pointless” for two weeks: ask the counsellor."),
    ),
    Prompt(
        "quarrel",
        "messages",
        pgettext_lazy("prompt", "A quarrel"),
        (
            pgettext_lazy("prompt", "Hear each of them alone, with the same questions and without a verdict."),
            pgettext_lazy("prompt", "Ask what happened, and what each of them needs now."),
            pgettext_lazy("prompt", "Do not force an apology, and not before the class."),
        ),
        pgettext_lazy(
            "prompt",
            "Again and again, many against one, money or pictures: that may be bullying. Tell the homeroom "
            "teacher and the moral office the same day.",
        ),
    ),
    Prompt(
        "phone",
        "device-mobile",
        pgettext_lazy("prompt", "Phone use"),
        (
            pgettext_lazy("prompt", "Ask what the phone gives: friends, games, falling asleep."),
            pgettext_lazy("prompt", "Agree on one time and one place without it, and on what is done instead."),
            pgettext_lazy("prompt", "Do not look through the phone and do not read messages."),
        ),
        pgettext_lazy(
            "prompt",
            "Strangers who ask for pictures, money or a meeting: keep calm, keep the evidence, tell the "
            "moral office the same day; 110 in danger.",
        ),
    ),
    Prompt(
        "family",
        "home",
        pgettext_lazy("prompt", "A change in the family"),
        (
            pgettext_lazy("prompt", "They decide how much they tell. Being silent together is all right."),
            pgettext_lazy("prompt", "Ask who is at home, who cooks, who looks after them."),
            pgettext_lazy("prompt", "Take no side between the parents and carry no messages."),
        ),
        pgettext_lazy(
            "prompt",
            "Beaten, left alone, nothing to eat: tell the moral office at once. It must be reported.",
        ),
    ),
    Prompt(
        "counsellor",
        "heart-handshake",
        pgettext_lazy("prompt", "When to call the counsellor"),
        (
            pgettext_lazy("prompt", "For two weeks: bad sleep, no appetite, no joy, not coming to school."),
            pgettext_lazy(
                "prompt",
                "At once: talk of death or saying goodbye, wounds, hopelessness. Do not leave the student alone; "
                "ring the counsellor and the leader on duty.",
            ),
            pgettext_lazy(
                "prompt",
                "Ask openly and calmly whether they think of hurting themselves. Asking does no harm.",
            ),
            pgettext_lazy("prompt", "Never promise to keep it secret. Say whom you tell, and why."),
        ),
        pgettext_lazy(
            "prompt",
            "12356 is the counselling line, at any hour; 110 and 120 in danger. Whoever works at a school "
            "must report at once when a child is harmed or in danger, or may be (Law on the Protection of "
            "Minors, Article 11).",
        ),
    ),
    Prompt(
        "not_written",
        "pencil",
        pgettext_lazy("prompt", "What is not written down"),
        (
            pgettext_lazy("prompt", "Diagnoses, guesses, labels. Write what you saw and heard, and what was agreed."),
            pgettext_lazy(
                "prompt",
                "Illness, income, belief, quarrels of the parents, first love: none of it is needed here.",
            ),
            pgettext_lazy("prompt", "Names of other students in a conflict."),
        ),
        pgettext_lazy(
            "prompt",
            "Of harm or danger write here only that it was passed on, and to whom. The details belong to the "
            "counsellor.",
        ),
    ),
)
