"""A scheme: one school's rules as data, every value with the clause it rests on."""

from typing import Annotated

from pydantic import Field

from taoli.engine.scheme.appraisal import Appraisal
from taoli.engine.scheme.clauses import Clause, ClauseText, Label, RuleId, Section
from taoli.engine.scheme.duties import Conference, Cycle, Duty
from taoli.engine.scheme.papers import (
    ArchiveSection,
    Category,
    Form,
    Guidance,
    MentorText,
    NotModelled,
    Source,
    Training,
)
from taoli.engine.scheme.people import Body, Capacity, Continuity, Coverage, Eligibility
from taoli.engine.scheme.steps import Step
from taoli.engine.scheme.vocabulary import Actor, Unit

SchemeKey = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=60)]
Feature = Annotated[str, Field(pattern=r"^(planned:)?[a-z_]+$|^[a-z_]+:[a-z_]+$")]


class Scheme(Section):
    """A whole scheme. `own` holds the clauses of plain top-level values (`unit`, `labels`); `features` says for a rule
    id which app (or `app:page`) carries it out, `planned:app` if that is still to be built; `clauses` has the texts of
    those rules and of the ones not modelled.
    """

    key: SchemeKey
    title: str = Field(min_length=1, max_length=120)
    sources: tuple[Source, ...] = ()
    clauses: dict[RuleId, ClauseText] = {}
    guidances: tuple[Guidance, ...] = ()
    labels: dict[Actor, Label] = {}
    bodies: tuple[Body, ...] = ()
    coverage: Coverage
    unit: Unit
    other_units: tuple[Unit, ...] = ()
    capacity: dict[Actor, Capacity] = {}
    max_classes_per_mentor: int = Field(default=2, ge=1, le=50)
    eligibility: Eligibility
    steps: tuple[Step, ...] = Field(min_length=1)
    continuity: Continuity | None = None
    duties: tuple[Duty, ...] = ()
    cycle: Cycle | None = None
    categories: tuple[Category, ...] = ()
    conferences: tuple[Conference, ...] = ()
    training: tuple[Training, ...] = ()
    archive_sections: tuple[ArchiveSection, ...] = ()
    forms: tuple[Form, ...] = ()
    appraisal: Appraisal | None = None
    texts: tuple[MentorText, ...] = ()
    features: dict[RuleId, Feature] = {}
    not_modelled: tuple[NotModelled, ...] = ()

    def duty(self, key: str) -> Duty:
        """The duty of that key. KeyError when the scheme has none."""
        for duty in self.duties:
            if duty.key == key:
                return duty
        raise KeyError(key)

    def clause_of(self, value: str) -> Clause | None:
        """The clause of a plain top-level value, if one is named."""
        return self.own_clause(value)
