"""What is wrong with a scheme, and what to do: one sentence for each code of the engine."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from taoli.engine.scheme import Problem, Scheme
from taoli.schemes.phrases.changes import path_words
from taoli.schemes.phrases.vocabulary import value_word
from taoli.schemes.phrases.words import role_word

WHY_NOBODY = {
    "not_by_students": gettext_lazy("none of this is a student's to do"),
    "no_such_way": gettext_lazy("it does not happen in these ways"),
    "no_minutes_in_letters": gettext_lazy("a letter or message has no minutes"),
    "not_alone_in_a_group": gettext_lazy("one to one does not go with a group"),
}
# Words of the engine's own checks. %(value)s is what the value is called, the others are the problem's own values.
SENTENCES: Mapping[str, str | Promise] = {
    "aim_below_times": gettext_lazy("%(value)s: %(aim)s are aimed at, but %(times)s are asked; aim at no fewer."),
    "bounds_out_of_order": gettext_lazy("%(role)s: at least, aim and at most must not cross."),
    "clause_table_misshapen": gettext_lazy("The table of clauses must name a place and a quotation for each rule."),
    "clause_unknown": gettext_lazy("%(value)s names the clause %(rule)s, which the table of clauses does not have."),
    "clause_unused": gettext_lazy("The table of clauses has %(rule)s, but nothing rests on it. Take it out."),
    "cycle_longer_than_term": gettext_lazy(
        "A cycle of %(weeks)s weeks from week %(first)s on does not fit into the %(term)s weeks of the term."
    ),
    "honour_without_number": gettext_lazy("%(value)s: say how many, which share, or which levels."),
    "key_twice": gettext_lazy("“%(name)s” is there twice; only one of them can hold."),
    "loosened": gettext_lazy("%(value)s: the bureau's base asks for more here (%(before)s); %(after)s would be less."),
    "never_owed": gettext_lazy("%(value)s: in this term no such stretch of time is complete, so it is never asked."),
    "no_cycle": gettext_lazy("%(value)s: it is asked per cycle, but the scheme has no cycle. Add one first."),
    "nobody_can_do": gettext_lazy("%(value)s: nobody can do this as it is asked: %(why)s."),
    "nobody_is_paired": gettext_lazy("None of these steps gives anybody a mentor. Add one that does."),
    "not_a_scheme": gettext_lazy("The file holds no scheme: names with values are expected."),
    "not_found": gettext_lazy("There is no such scheme."),
    "not_text": gettext_lazy("The file is no text in UTF-8. Save it as UTF-8 and try again."),
    "not_yaml": gettext_lazy("The file is not well-formed YAML here; often it is a missing space or a wrong indent."),
    "points_above_item": gettext_lazy("%(value)s: no more than the item's %(points)s points, the best first."),
    "points_do_not_add_up": gettext_lazy("The items have %(sum)s points together, but full points are %(full)s."),
    "repeated": gettext_lazy("%(value)s is there %(times)s times; each may be there once."),
    "slot_after_cycle": gettext_lazy("The fixed slot lies in week %(week)s, but a cycle has only %(weeks)s weeks."),
    "slot_never_taught": gettext_lazy("The fixed slot never falls on a day with lessons in this term."),
    "taken_out": gettext_lazy("%(value)s: the bureau's base asks for it, so it must stay."),
    "term_without_days": gettext_lazy("The term %(term)s has no day with lessons. Please look at the calendar."),
    "too_deep": gettext_lazy("The file is nested more than %(most)s levels deep; a scheme is not."),
    "too_large": gettext_lazy("The file has more than %(most)s KB; a scheme is much smaller."),
    "unknown_category": gettext_lazy("%(value)s: the scheme has no category “%(category)s”."),
    "unknown_duty": gettext_lazy("%(value)s: the scheme has no requirement “%(duty)s” any more. Choose another."),
    "unknown_path": gettext_lazy("The scheme has no place called “%(name)s”."),
    "unknown_variant": gettext_lazy("%(value)s: there is no such way to score it."),
    "weights_not_100": gettext_lazy("%(value)s: the weights must be 100 together."),
    "worst_above_best": gettext_lazy("%(value)s: the last gets more points than the first."),
    "yaml_anchor": gettext_lazy("The file uses & and * to repeat a part. Write the part out instead."),
    "yaml_tag": gettext_lazy("The file uses a tag (!…). Only plain values are read."),
    # What the types themselves refuse.
    "missing": gettext_lazy("%(value)s is missing."),
    "extra_forbidden": gettext_lazy("%(value)s: nothing of this name is known here."),
    "greater_than": gettext_lazy("%(value)s must be more than %(gt)s."),
    "greater_than_equal": gettext_lazy("%(value)s must be %(ge)s or more."),
    "less_than_equal": gettext_lazy("%(value)s must be %(le)s or less."),
    "int_type": gettext_lazy("%(value)s must be a whole number."),
    "float_type": gettext_lazy("%(value)s must be a number."),
    "bool_type": gettext_lazy("%(value)s must be true or false."),
    "string_type": gettext_lazy("%(value)s must be text."),
    "string_too_long": gettext_lazy("%(value)s: at most %(max_length)s characters."),
    "string_too_short": gettext_lazy("%(value)s must not be empty."),
    "string_pattern_mismatch": gettext_lazy("%(value)s: small Latin letters, digits and underscores only."),
    "too_short": gettext_lazy("%(value)s: at least %(min_length)s is needed."),
    "enum": gettext_lazy("%(value)s: only these words are known: %(expected)s."),
    "literal_error": gettext_lazy("%(value)s: only these words are known: %(expected)s."),
    "union_tag_invalid": gettext_lazy("%(value)s: only these kinds are known: %(expected_tags)s."),
    "union_tag_not_found": gettext_lazy("%(value)s: the kind is missing."),
}


def problem_sentence(scheme: Scheme | None, problem: Problem) -> str:
    """Say what does not fit and what to do; a code nobody has a sentence for gets the general one."""
    words: dict[str, Any] = {name: _plain(value) for name, value in problem.params.items()}
    words["value"] = path_words(scheme, problem.path) if scheme else problem.path
    if problem.code == "bounds_out_of_order":
        role = problem.path.split(".")[1]
        words["role"] = role_word(scheme, role) if scheme else role
    if problem.code == "nobody_can_do":
        words["why"] = WHY_NOBODY.get(str(problem.params.get("why")), "")
    if problem.code == "loosened":
        words |= {name: _cadence(words.get(name)) for name in ("before", "after")}
    try:
        return str(SENTENCES[problem.code]) % words
    except KeyError:
        return _("%(value)s: this does not fit. Please choose or type another value.") % words


def _plain(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _cadence(value: Any) -> str:
    """The engine writes how often as 1/week, a value that is not said as nothing."""
    times, slash, per = str(value).partition("/")
    if slash:
        return _("%(per)s %(times)s times") % {"per": value_word("Per", per), "times": times}
    return _("nothing") if value is None else str(value)
