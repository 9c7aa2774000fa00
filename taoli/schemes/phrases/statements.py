"""What a scheme asks of somebody, one sentence a demand."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from taoli.engine.facts import ATTENTION
from taoli.engine.scheme import Statement
from taoli.schemes.phrases import framework
from taoli.schemes.phrases.words import CHANNELS, METHODS, PERS, STEPS, SUBJECTS, UNITS

Params = Mapping[str, Any]


def statement_sentence(statement: Statement) -> str:
    """Say one demand in plain words; the clause stands beside it."""
    return SENTENCES[statement.code](statement.params)


def bounds_words(least: Any, aim: Any, most: Any, unit: str) -> str:
    """Say how many: between, about, at least, at most; empty when nothing is said."""
    word = UNITS[unit]
    if least is not None and most is not None:
        text = _("%(least)s to %(most)s %(unit)s") % {"least": least, "most": most, "unit": word}
    elif least is not None:
        text = _("at least %(least)s %(unit)s") % {"least": least, "unit": word}
    elif most is not None:
        text = _("at most %(most)s %(unit)s") % {"most": most, "unit": word}
    else:
        return _("about %(aim)s %(unit)s") % {"aim": aim, "unit": word} if aim is not None else ""
    return _("%(bounds)s, about %(aim)s") % {"bounds": text, "aim": aim} if aim is not None else text


def _takes(params: Params) -> str:
    text = bounds_words(params["min"], params["target"], params["max"], params["unit"])
    other = ""
    if params["other_unit"]:
        other = bounds_words(params["other_min"], None, params["other_max"], params["other_unit"])
    if text and other:
        text = _("%(bounds)s, or %(other)s") % {"bounds": text, "other": other}
    text = text or other
    if not text:
        return _("How many students each takes is for the school to type.")
    if params["per"] == "class_taught":
        text = _("%(bounds)s in every class taught") % {"bounds": text}
    return _("Mentors %(bounds)s.") % {"bounds": text}


def _does_step(params: Params) -> str:
    step = STEPS[params["step"]]
    if "ranks" in params:
        return _("Step %(place)s: %(step)s, up to %(ranks)s wishes.") % {
            "place": params["place"],
            "step": step,
            "ranks": params["ranks"],
        }
    return _("Step %(place)s: %(step)s.") % {"place": params["place"], "step": step}


def _owes(params: Params) -> str:
    words = {
        "label": params["label"],
        "per": PERS[params["per"]],
        "times": params["times"],
        "subject": SUBJECTS[params["subject"]],
    }
    text = _("%(label)s: %(per)s, %(times)s times, %(subject)s") % words
    if params["aim"]:
        text = _("%(text)s; %(aim)s are aimed at") % {"text": text, "aim": params["aim"]}
    if params["min_minutes"]:
        text = _("%(text)s; at least %(minutes)s minutes") % {"text": text, "minutes": params["min_minutes"]}
    for part in _conditions(params):
        text = _("%(text)s; %(more)s") % {"text": text, "more": part}
    if not params["recorded"]:
        text = _("%(text)s; expected, never written down") % {"text": text}
    return _("%(text)s.") % {"text": text}


def _conditions(params: Params) -> Iterator[str]:
    """Yield what else a record must be to count."""
    if params.get("only_for"):
        yield _("only for %(whom)s") % {"whom": params["only_for"].replace(ATTENTION, _("students in key attention"))}
    if ways := framework.split(params.get("channels", "")):
        said = _("counts by %(ways)s") if len(ways) > 1 else _("only by %(ways)s")
        yield said % {"ways": framework.listed(CHANNELS, params["channels"])}
    if params.get("one_to_one"):
        yield _("one to one")
    if params.get("planned_before"):
        yield _("planned beforehand")
    if params.get("protected_slot"):
        yield _("in the fixed slot")
    if params.get("before_week"):
        yield _("by teaching week %(week)s") % {"week": params["before_week"]}
    if params.get("fulfilled_by") == "any_mentor":
        yield _("any mentor may do it")
    if params.get("vacation_counts"):
        before = params["vacation_counts"] == "term_before"
        yield _("the holidays after it count too") if before else _("the holidays before it count too")


def _chairs(params: Params) -> str:
    if params["per"] is None:
        return _("Calls %(label)s whenever it is needed.") % {"label": params["label"]}
    return _("Chairs %(label)s, %(per)s %(times)s times.") % _meeting(params)


def _attends(params: Params) -> str:
    if params["per"] is None:
        return _("Takes part in %(label)s whenever it is called.") % {"label": params["label"]}
    return _("Takes part in %(label)s, %(per)s %(times)s times.") % _meeting(params)


def _meeting(params: Params) -> dict[str, Any]:
    return {"label": params["label"], "per": PERS[params["per"]], "times": params["times"]}


def _assesses(params: Params) -> str:
    return _("Assesses mentors %(per)s, %(full)s points in all.") % {
        "per": PERS[params["per"]],
        "full": number(params["full"]),
    }


def _gathers(_params: Params) -> str:
    return _("Gathers the materials for the appraisal.")


def _is_scored_on(params: Params) -> str:
    return _("%(label)s: %(points)s points, %(method)s.") % {
        "label": params["label"],
        "points": number(params["points"]),
        "method": METHODS[params["method"]],
    }


def _may_get(params: Params) -> str:
    if params["n"]:
        return _("%(label)s: the first %(n)s, ties included.") % {"label": params["label"], "n": params["n"]}
    if params["share"]:
        share = number(round(params["share"] * 100, 1))
        return _("%(label)s: the best %(share)s percent, ties included.") % {"label": params["label"], "share": share}
    return _("%(label)s may be awarded.") % {"label": params["label"]}


def _keeps_form(params: Params) -> str:
    if params["number"]:
        return _("Form %(number)s: %(label)s.") % {"number": params["number"], "label": params["label"]}
    return _("Form: %(label)s.") % {"label": params["label"]}


def _reads(params: Params) -> str:
    return str(params["text"])


def number(value: float) -> str:
    """Return a figure without a needless .0."""
    return str(int(value)) if value == int(value) else str(value)


SENTENCES: dict[str, Callable[[Params], str]] = {
    "is_set_up": framework.is_set_up,
    "sits_in": framework.sits_in,
    "guides_in": framework.guides_in,
    "covers": framework.covers,
    "is_given": framework.is_given,
    "may_mentor": framework.may_mentor,
    "lasts": framework.lasts,
    "knows_of": framework.knows_of,
    "has_cycle": framework.has_cycle,
    "learns": framework.learns,
    "is_used_for": framework.is_used_for,
    "is_paid": framework.is_paid,
    "files": framework.files,
    "is_served": framework.is_served,
    "is_left_out": framework.is_left_out,
    "takes": _takes,
    "does_step": _does_step,
    "owes": _owes,
    "chairs": _chairs,
    "attends": _attends,
    "assesses": _assesses,
    "gathers": _gathers,
    "is_scored_on": _is_scored_on,
    "may_get": _may_get,
    "keeps_form": _keeps_form,
    "reads": _reads,
}
