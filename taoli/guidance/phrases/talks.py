"""The words around a wish to talk and an alarm: short, warm, to be read by a child of primary school."""

import datetime as dt
from collections.abc import Mapping

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from taoli.duties.queries import surname
from taoli.guidance.phrases.days import full_date

OFFICES: Mapping[str, object] = {
    "mentor": gettext_lazy("my mentor"),
    "homeroom": gettext_lazy("my homeroom teacher"),
    "counsellor": gettext_lazy("the counsellor"),
    "grade_lead": gettext_lazy("the grade lead"),
    "moral_office": gettext_lazy("the moral office"),
    "duty": gettext_lazy("on duty just now"),
}


def teacher(name: str) -> str:
    """Return how a student calls a teacher: 王老师."""
    return _("Teacher %(surname)s") % {"surname": surname(name)}


def moment_words(moment: dt.datetime) -> str:
    """Return day and time in the school's clock: 11月24日 周二 12:00."""
    local = timezone.localtime(moment)
    return _("%(day)s %(time)s") % {"day": full_date(local.date()), "time": f"{local:%H:%M}"}


def seen_words(due: dt.datetime) -> str:
    """Say until when an adult will have seen it."""
    return _("Usually it is seen before %(when)s. If not, we tell you, and you can ask somebody else.") % {
        "when": moment_words(due)
    }


def waiting_words(name: str, due: dt.datetime, *, reminded: bool) -> str:
    """Say of a wish that nobody has read yet what happens next."""
    if reminded:
        return _("%(teacher)s has not seen it yet. That is not about you. You can ask somebody else now.") % {
            "teacher": teacher(name)
        }
    return _("It is with %(teacher)s. Usually it is seen before %(when)s.") % {
        "teacher": teacher(name),
        "when": moment_words(due),
    }


def read_words(name: str, read_at: dt.datetime, *, reminded: bool) -> str:
    """Say that it was read, and when."""
    words = _("%(teacher)s saw it on %(when)s.") % {"teacher": teacher(name), "when": moment_words(read_at)}
    return f"{words}{_('There is no answer yet. You can ask somebody else now.')}" if reminded else words


def answered_words(name: str, answer: str) -> str:
    """Say what the adult answered."""
    return _("%(teacher)s answers: %(answer)s") % {"teacher": teacher(name), "answer": answer}


def passed_words(name: str) -> str:
    """Say who was asked as well, as the student had allowed."""
    return _("As you allowed, %(teacher)s has been asked as well.") % {"teacher": teacher(name)}


def ringing_words(names: list[str]) -> str:
    """Say who is being rung."""
    teachers = "、".join(dict.fromkeys(teacher(name) for name in names))
    return _("We are calling %(teachers)s now, again and again, until somebody comes.") % {"teachers": teachers}


def quiet_words(names: list[str]) -> str:
    """Say that those rung only see it when they look into Taoli."""
    teachers = "、".join(dict.fromkeys(teacher(name) for name in names))
    return _("%(teachers)s can see it in Taoli, but no telephone rings. Please call one of these numbers now.") % {
        "teachers": teachers
    }


def nobody_words() -> str:
    """Say that nobody can be reached."""
    return _("Taoli can reach nobody just now. Please call one of these numbers, or go to the nearest grown-up.")


def coming_words(name: str) -> str:
    """Say that somebody has answered."""
    return _("%(teacher)s has answered and is looking for you.") % {"teacher": teacher(name)}
