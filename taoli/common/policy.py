"""Who may do what to which rows: one table per noun, answering both "may I" and "which rows"."""

import enum
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model, Q, QuerySet


class Role(enum.StrEnum):
    """A role, held at a place for a time."""

    MENTOR = "mentor"
    HOMEROOM_TEACHER = "homeroom_teacher"
    GRADE_LEAD = "grade_lead"
    MORAL_OFFICE = "moral_office"
    PRINCIPAL = "principal"
    ASSESSOR = "assessor"
    COUNSELLOR = "counsellor"
    ADMIN = "admin"
    STUDENT = "student"
    GUARDIAN = "guardian"
    SOCIAL_MENTOR = "social_mentor"
    OFFICER = "officer"
    REVIEWER = "reviewer"
    STATION_STAFF = "station_staff"


# Who works at a school: neither its students and families, nor those from outside, nor a bureau's people.
STAFF = frozenset(Role) - {
    *(Role.STUDENT, Role.GUARDIAN, Role.SOCIAL_MENTOR),
    *(Role.OFFICER, Role.REVIEWER, Role.STATION_STAFF),
}


class Reach(enum.StrEnum):
    """How far a role sees from where it is held; from OWN to SCHOOL each step is wider."""

    OWN = "own"
    SELF = "self"
    CHILD = "child"
    CLASS = "class"
    GRADE = "grade"
    SCHOOL = "school"


WIDER: Mapping[Reach, Reach] = {
    Reach.OWN: Reach.CLASS,
    Reach.SELF: Reach.CLASS,
    Reach.CHILD: Reach.CLASS,
    Reach.CLASS: Reach.GRADE,
    Reach.GRADE: Reach.SCHOOL,
}


@dataclass(frozen=True, slots=True)
class Held:
    """A role with the class and the grade it is held at."""

    role: Role
    class_id: uuid.UUID | None = None
    grade_id: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever acts: one account in one school as one person, with the roles held today."""

    account_id: uuid.UUID | None
    school_id: int
    person_kind: str = ""
    person_id: uuid.UUID | None = None
    name: str = ""
    roles: tuple[Held, ...] = ()

    def holds(self, *roles: Role) -> bool:
        """Say whether one of the roles is held, anywhere."""
        return any(held.role in roles for held in self.roles)


def system(school_id: int) -> Actor:
    """Return the actor of a command run on the server by its keeper."""
    return Actor(account_id=None, school_id=school_id, name="system")


Table = Mapping[str, Mapping[Role, Reach]]
Path = str | Callable[[int, uuid.UUID], Q]


@dataclass(frozen=True)
class Policy:
    """The permission table of one noun.

    `paths` says how to walk from a row to the place of a reach, or makes the condition of school and place where
    walking is not enough (a tie that has ended); SCHOOL needs no path.
    """

    noun: str
    paths: Mapping[Reach, Path]
    actions: Table = field(default_factory=dict)

    def may(self, actor: Actor, action: str) -> bool:
        """Say whether the actor has the action anywhere."""
        return any(held.role in self.actions[action] for held in actor.roles)

    def scope(self, actor: Actor, action: str) -> Q:
        """Return the condition for the rows the actor may reach with the action."""
        rows = Q(pk__in=[])
        for held in actor.roles:
            reach = self.actions[action].get(held.role)
            if reach is not None:
                rows |= self._rows(actor, held, reach)
        return rows

    def can(self, actor: Actor, action: str, row: Any) -> bool:
        """Say whether this row is in the scope: lists and details cannot disagree."""
        return self.within(type(row)._default_manager.filter(pk=row.pk), actor, action).exists()

    def within(self, rows: QuerySet[Any], actor: Actor, action: str) -> QuerySet[Any]:
        """Keep of the rows those of the actor's school and reach."""
        return rows.filter(Q(school_id=actor.school_id) & self.scope(actor, action))

    def _rows(self, actor: Actor, held: Held, reach: Reach) -> Q:
        if reach is Reach.SCHOOL:
            return Q(school_id=actor.school_id)
        place = {Reach.CLASS: held.class_id, Reach.GRADE: held.grade_id}.get(reach, actor.person_id)
        if place is None or reach not in self.paths:
            return Q(pk__in=[])
        path = self.paths[reach]
        return path(actor.school_id, place) if callable(path) else Q(**{path: place})


POLICIES: dict[str, Policy] = {}


def policy(noun: str, *, paths: Mapping[Reach, Path], **actions: Mapping[Role, Reach]) -> Policy:
    """Make and register the permission table of a noun such as "roster.student"."""
    made = Policy(noun=noun, paths=paths, actions=actions)
    POLICIES[noun] = made
    return made


def reached(model: type[Model], table: Policy, actor: Actor, action: str) -> QuerySet[Any]:
    """Return the rows of a school table that the actor may reach with the action."""
    return table.within(model._default_manager.all(), actor, action)
