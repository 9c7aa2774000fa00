"""The rows behind the school's own keys: where an import finds what it changes."""

import uuid
from dataclasses import dataclass
from typing import Any

from taoli.roster.models import Campus, Grade, Group, SchoolClass, Staff, Student, Subject
from taoli.roster.queries.snapshot import GroupKey

Ids = dict[str, uuid.UUID]


@dataclass
class Keys:
    """Ids by name or number; an import adds the rows it is about to make."""

    campuses: Ids
    grades: Ids
    subjects: Ids
    classes: Ids
    staff: Ids
    students: Ids
    groups: dict[GroupKey, uuid.UUID]

    def group(self, kind: str, room: str, name: str) -> uuid.UUID:
        """Return a group's id."""
        return self.groups[kind, room, name]


def load_keys(school_id: int) -> Keys:
    """Return all keys of a school."""
    groups = Group.objects.of(school_id).values_list("kind", "school_class__name", "name", "pk")
    return Keys(
        campuses=_ids(Campus, school_id, "name"),
        grades=_ids(Grade, school_id, "name"),
        subjects=_ids(Subject, school_id, "name"),
        classes=_ids(SchoolClass, school_id, "name"),
        staff=_ids(Staff, school_id, "number"),
        students=_ids(Student, school_id, "number"),
        groups={(kind, room or "", name): pk for kind, room, name, pk in groups},
    )


def _ids(model: Any, school_id: int, key: str) -> Ids:
    return dict(model.objects.of(school_id).values_list(key, "pk"))
