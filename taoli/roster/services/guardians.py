"""Guardians of an import: brothers and sisters share them, and one who comes back is the same row."""

import datetime as dt
import uuid

from django.db.models import F

from taoli.roster.models import Guardian, Guardianship
from taoli.roster.queries.snapshot import Facts
from taoli.roster.services.batch import Batch
from taoli.roster.services.keys import Keys
from taoli.roster.services.planning import Plan

DAY = dt.timedelta(days=1)
Links = dict[tuple[uuid.UUID, str], Guardianship]


def prepare_guardians(batch: Batch, keys: Keys, plan: Plan, *, today: dt.date) -> None:
    """Add to the batch what the plan says of guardians."""
    if not any(plan["guardians"].values()):
        return
    links = _links(batch.school_id)
    _change(batch, keys, plan, links)
    _close(batch, keys, plan, links, today)
    _add(batch, keys, plan, links)


def _links(school_id: int) -> Links:
    live_last = F("ends").asc(nulls_last=True)
    rows = Guardianship.objects.of(school_id).select_related("guardian").order_by(live_last, "id")
    return {(row.student_id, row.guardian.name): row for row in rows}


def _change(batch: Batch, keys: Keys, plan: Plan, links: Links) -> None:
    people: dict[uuid.UUID, Guardian] = {}
    rows = []
    for facts in plan["guardians"]["change"]:
        link = links[keys.students[facts["student"]], facts["name"]]
        for name, (_before, after) in facts["fields"].items():
            if name == "phone":
                link.guardian.phone = after
                people[link.guardian_id] = link.guardian
            else:
                link.relation = after
                rows.append(link)
    batch.change(list(people.values()), ["phone"])
    batch.change(rows, ["relation"])


def _close(batch: Batch, keys: Keys, plan: Plan, links: Links, today: dt.date) -> None:
    ids = [links[keys.students[row["student"]], row["name"]].pk for row in plan["guardians"]["close"]]
    batch.end(Guardianship, ids, today - DAY)


def _add(batch: Batch, keys: Keys, plan: Plan, links: Links) -> None:
    by_phone = {(link.guardian.name, link.guardian.phone): link.guardian_id for link in links.values()}
    people: list[Guardian] = []
    new: list[Guardianship] = []
    again: list[Guardianship] = []
    for facts in plan["guardians"]["add"]:
        student = keys.students[facts["student"]]
        if link := links.get((student, facts["name"])):
            link.ends, link.relation = None, facts["relation"] or link.relation
            again.append(link)
            continue
        known = by_phone.get((facts["name"], facts["phone"])) if facts["phone"] else None
        if known is None:
            person = _person(batch.school_id, facts)
            people.append(person)
            by_phone[person.name, person.phone] = known = person.pk
        new.append(
            Guardianship(
                school_id=batch.school_id,
                student_id=student,
                guardian_id=known,
                relation=facts["relation"] or "",
            )
        )
    batch.create(people)
    batch.create(new)
    batch.change(again, ["ends", "relation"])


def _person(school_id: int, facts: Facts) -> Guardian:
    return Guardian(school_id=school_id, name=facts["name"], phone=facts["phone"] or "")
