"""Words and papers of a scheme: guidances, categories, archive sections, forms, texts, what is left out."""

from pydantic import Field

from taoli.engine.scheme.clauses import Frozen, Key, Keyed, Label, RuleId, Sourced
from taoli.engine.scheme.vocabulary import Actor, NotModelledReason, Per, TextKind, TrainingKind


class Source(Frozen):
    """The published document: title, issuer, number, year. No address of a person."""

    title: str = Field(min_length=1, max_length=120)
    number: str = ""
    year: int | None = None


class Guidance(Keyed):
    """One of the 四导 / 五导, in the scheme's own words and order."""


class Category(Keyed):
    """A fact about a family or child (八类); `offered` False: ships switched off."""

    offered: bool = True


class ArchiveSection(Keyed):
    """One part of the growth archive."""


class Form(Keyed):
    """An official form, filled in by `filled_by`; `own_layout`: its layout is not printed, so ours is used and marked
    so.
    """

    number: int | None = Field(default=None, ge=1)
    columns: tuple[str, ...] = ()
    own_layout: bool = False
    filled_by: Actor = Actor.MENTOR
    kept_by_office: bool = False


class Training(Keyed):
    """How mentors learn: what kind, for whom, how often or how long where the text says so; `budgeted`: the text
    promises money for it, `before_start`: held before mentoring begins.
    """

    kind: TrainingKind
    who: Actor = Actor.MENTOR
    times: int | None = Field(default=None, ge=1, le=50)
    per: Per | None = None
    hours: float | None = Field(default=None, gt=0, le=400)
    topics: tuple[str, ...] = ()
    budgeted: bool = False
    before_start: bool = False


class MentorText(Sourced):
    """A text shown to mentors."""

    key: Key
    kind: TextKind
    text: str = Field(min_length=1, max_length=400)


class NotModelled(Frozen):
    """A rule that is neither data nor a feature, and why."""

    rule: RuleId
    reason: NotModelledReason
    note: Label
