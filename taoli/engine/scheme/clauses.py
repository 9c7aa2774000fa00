"""Every value says where it stands in the published text; a school's changes are its own (校本补充)."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

LOCAL_RULE: Literal["local"] = "local"
Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
Label = Annotated[str, Field(min_length=1, max_length=40)]
RuleId = Annotated[str, Field(pattern=r"^([A-Z]{1,2}-\d{2}|local)$")]


class Frozen(BaseModel):
    """Base of all scheme values: frozen, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Clause(Frozen):
    """A place in a published scheme: the rule's id in rules.csv (or `local`), a reference, and the gist in
    Chinese (要点; the published wording where rules.csv has it).
    """

    rule: RuleId
    ref: str = Field(min_length=1, max_length=80)
    quote: str = Field(default="", max_length=160)


class ClauseText(Frozen):
    """Reference and gist of a rule that no value rests on: a feature, or one that is not modelled."""

    ref: str = Field(min_length=1, max_length=80)
    quote: str = Field(default="", max_length=160)


LOCAL = Clause(rule=LOCAL_RULE, ref="校本补充")


class OwnClause(Frozen):
    """The clause of one value inside a section when it differs from the section's clause."""

    value: str
    clause: Clause


class Section(Frozen):
    """Values that may name an own clause each, and those the text leaves open (to be typed before
    publishing).
    """

    own: tuple[OwnClause, ...] = ()
    open: tuple[str, ...] = ()

    def own_clause(self, value: str) -> Clause | None:
        """The clause named for one value, or None when the section's own clause holds."""
        return next((entry.clause for entry in self.own if entry.value == value), None)


class Sourced(Section):
    """A section with its clause."""

    clause: Clause

    def clause_of(self, value: str) -> Clause:
        """The clause that one value of this section rests on."""
        return self.own_clause(value) or self.clause


class Keyed(Sourced):
    """A section found by its key in a list."""

    key: Key
    label: Label
