"""The lines of a OneRoster 1.2 bundle, from facts; pure."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from taoli.roster.queries.exchange import Facts
from taoli.roster.readers.standard import OWN
from taoli.roster.readers.surnames import split_name

SPACE = uuid.UUID("6f1d6a5e-0c57-5c1e-9c53-0d3b1a3c7a10")
SEX = {"f": "female", "m": "male"}
PARENTS = frozenset(("父亲", "母亲", "爸爸", "妈妈", "父", "母", "父母", "家长"))
RELATIVES = frozenset(
    ("爷爷", "奶奶", "外公", "外婆", "姥爷", "姥姥", "祖父", "祖母", "外祖父", "外祖母", "叔叔", "伯父", "姑姑", "舅舅")
)
AUGUST = 8


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file: filled cells by column; `live` False once it no longer holds."""

    file: str
    sourced_id: str
    cells: dict[str, str]
    live: bool = True


@dataclass(frozen=True)
class Book:
    """Facts, and the ids made from them."""

    facts: Facts

    def made(self, *parts: object) -> str:
        """Return the lasting id of something that has no row of its own."""
        return str(uuid.uuid5(SPACE, "/".join([self.facts.school.code, *map(str, parts)])))

    @property
    def org(self) -> str:
        """Return the school's id."""
        return self.made("org")


def lines(facts: Facts, on: dt.date) -> Iterator[Line]:
    """Yield every line, file by file, also of what no longer holds."""
    book = Book(facts)
    sessions = list(_sessions(book, on))
    yield from sessions
    yield from _orgs(book)
    term = sessions[-1].sourced_id
    yield from _courses(book)
    yield from _classes(book, term)
    yield from _users(book)
    yield from _roles(book)
    yield from _enrollments(book)
    yield from _demographics(book)


def _sessions(book: Book, on: dt.date) -> Iterator[Line]:
    """Yield school years, each followed by its terms; the last line is the latest term."""
    years: dict[int, list[Any]] = defaultdict(list)
    for term in book.facts.terms:
        years[_school_year(term.starts)].append(term)
    if not years:
        years[_school_year(on)] = []
    for year, terms in sorted(years.items()):
        starts = terms[0].starts if terms else dt.date(year - 1, AUGUST + 1, 1)
        ends = terms[-1].ends if terms else dt.date(year, AUGUST, 31)
        own = book.made("year", year)
        yield _session(own, f"{year - 1}-{year}", "schoolYear", starts, ends, "", year)
        for term in terms:
            yield _session(str(term.pk), term.name, "semester", term.starts, term.ends, own, year)


def _school_year(day: dt.date) -> int:
    """Return the year in which the school year of a day ends, as the standard names it."""
    return day.year + (day.month >= AUGUST)


def _session(own: str, title: str, kind: str, starts: dt.date, ends: dt.date, parent: str, year: int) -> Line:
    cells = {
        "title": title,
        "type": kind,
        "startDate": starts.isoformat(),
        "endDate": ends.isoformat(),
        "parentSourcedId": parent,
        "schoolYear": str(year),
    }
    return Line("academicSessions", own, cells)


def _orgs(book: Book) -> Iterator[Line]:
    school, areas = book.facts.school, book.facts.areas
    ids = [book.made("area", area.pk) for area in areas]
    parents = [*ids[1:], ""][: len(ids)]
    for area, own, parent in zip(areas, ids, parents, strict=True):
        kind = "district" if area.kind == "district" else "local"
        yield Line("orgs", own, {"name": area.name, "type": kind, "parentSourcedId": parent})
    cells = {"name": school.name, "type": "school", "identifier": school.code, "parentSourcedId": ids[0] if ids else ""}
    yield Line("orgs", book.org, cells)


def _courses(book: Book) -> Iterator[Line]:
    titles = {"homeroom": "行政班", "group": "教学班"}
    titles |= {str(row["subject"]): row["subject_name"] for row in book.facts.teaching}
    for key, title in titles.items():
        subjects = title if key not in {"homeroom", "group"} else ""
        cells = {"title": title, "orgSourcedId": book.org, "subjects": subjects, "subjectCodes": ""}
        yield Line("courses", book.made("course", key), cells)


def _classes(book: Book, term: str) -> Iterator[Line]:
    base = {"schoolSourcedId": book.org, "termSourcedIds": term}
    rooms = {row["id"]: row for row in book.facts.classes}
    for row in book.facts.classes:
        cells = {
            **base,
            "title": row["name"],
            "grades": row["grade"],
            "courseSourcedId": book.made("course", "homeroom"),
            "classType": "homeroom",
            "location": row["campus"] or "",
            f"{OWN}campus": row["campus"] or "",
        }
        yield Line("classes", str(row["id"]), cells, row["live"])
    taught: dict[Any, dict[Any, str]] = defaultdict(dict)
    lessons: dict[tuple[Any, Any], bool] = {}
    names = {row["subject"]: row["subject_name"] for row in book.facts.teaching}
    for row in book.facts.teaching:
        if row["group"]:
            taught[row["group"]][row["subject"]] = row["subject_name"]
        else:
            key = row["room"], row["subject"]
            lessons[key] = lessons.get(key, False) or (row["live"] and rooms[row["room"]]["live"])
    for row in book.facts.groups:
        subjects = taught[row["id"]]
        course = next(iter(subjects)) if len(subjects) == 1 else "group"
        cells = {
            **base,
            "title": row["name"],
            "courseSourcedId": book.made("course", course),
            "classType": "scheduled",
            "subjects": ",".join(subjects.values()),
        }
        yield Line("classes", str(row["id"]), cells, row["live"])
    for (room, subject), live in lessons.items():
        cells = {
            **base,
            "title": f"{rooms[room]['name']} {names[subject]}",
            "grades": rooms[room]["grade"],
            "courseSourcedId": book.made("course", subject),
            "classType": "scheduled",
            "subjects": names[subject],
            f"{OWN}homeroomSourcedId": str(room),
        }
        yield Line("classes", book.made("lesson", room, subject), cells, live)


def _users(book: Book) -> Iterator[Line]:
    facts = book.facts
    for row in facts.staff:
        more = {"phone": row["phone"], f"{OWN}subject": row["subject"] or ""}
        yield _user(book, row, row["number"], more)
    agents: dict[Any, list[dict[str, Any]]] = defaultdict(list)
    groups: dict[tuple[Any, str], str] = {}
    for row in facts.guardians:
        if row["live"]:
            agents[row["student"]].append(row)
    for row in facts.members:
        if row["live"]:
            groups[row["student"], row["kind"]] = row["name"]
    for row in facts.students:
        own = agents[row["id"]]
        more = {
            "grades": row["grade"],
            "agentSourcedIds": ",".join(str(one["guardian"]) for one in own),
            f"{OWN}agentRelations": ",".join(one["relation"].replace(",", " ") for one in own),
            f"{OWN}seat": str(row["seat"] or ""),
            f"{OWN}boarding": row["boarding"],
            f"{OWN}studyGroup": groups.get((row["id"], "study_group"), ""),
            f"{OWN}dormitory": groups.get((row["id"], "dormitory"), ""),
            f"{OWN}neighbourhood": row["neighbourhood"],
            f"{OWN}address": row["address"],
        }
        yield _user(book, row, row["number"], more)
    for row in _guardians(book).values():
        yield _user(book, row, "", {"phone": row["phone"]})


def _guardians(book: Book) -> dict[Any, dict[str, Any]]:
    """Return each guardian once: live while a guardianship of a student who is there holds."""
    there = {row["id"] for row in book.facts.students if row["live"]}
    people: dict[Any, dict[str, Any]] = {}
    for row in book.facts.guardians:
        live = row["live"] and row["student"] in there
        known = people.get(row["guardian"])
        if known is None or (live and not known["live"]):
            people[row["guardian"]] = {**row, "id": row["guardian"], "live": live}
    return people


def _user(book: Book, row: dict[str, Any], number: str, more: dict[str, str]) -> Line:
    family, given = split_name(row["name"])
    cells = {
        "enabledUser": "true" if row["live"] else "false",
        "username": book.facts.usernames.get(row["id"]) or number or str(row["id"]),
        "givenName": given,
        "familyName": family,
        "identifier": number,
        "primaryOrgSourcedId": book.org,
        f"{OWN}name": row["name"],
        **more,
    }
    return Line("users", str(row["id"]), cells, row["live"])


def guardian_role(relation: str) -> str:
    """Return the standard's word for how a guardian is related."""
    return "parent" if relation in PARENTS else "relative" if relation in RELATIVES else "guardian"


def _roles(book: Book) -> Iterator[Line]:
    people = [(row, "teacher") for row in book.facts.staff]
    people += [(row, "student") for row in book.facts.students]
    people += [(row, guardian_role(row["relation"])) for row in _guardians(book).values()]
    for row, role in people:
        cells = {"userSourcedId": str(row["id"]), "roleType": "primary", "role": role, "orgSourcedId": book.org}
        yield Line("roles", book.made("role", row["id"]), cells, row["live"])


def _demographics(book: Book) -> Iterator[Line]:
    for row in (*book.facts.staff, *book.facts.students):
        born = row.get("birthday")
        cells = {"sex": SEX.get(row["gender"], "unspecified"), "birthDate": born.isoformat() if born else ""}
        yield Line("demographics", str(row["id"]), cells, row["live"])


def _enrollments(book: Book) -> Iterator[Line]:
    facts = book.facts
    students = {row["id"]: row for row in facts.students}
    there = {row["id"] for row in facts.staff if row["live"]}
    lessons: dict[Any, set[Any]] = defaultdict(set)
    for row in facts.classes:
        if row["homeroom"]:
            live = row["live"] and row["homeroom"] in there
            yield _enrolled(book, book.made("homeroom", row["id"], row["homeroom"]), row["id"], row["homeroom"], live)
    for row in facts.teaching:
        room = row["group"] or book.made("lesson", row["room"], row["subject"])
        live = row["live"] and row["staff"] in there
        if row["room"] and live:
            lessons[row["room"]].add(row["subject"])
        dates = {"beginDate": row["starts"].isoformat(), f"{OWN}subject": row["subject_name"]}
        yield _enrolled(book, str(row["id"]), room, row["staff"], live, **dates)
    begun = {(row["student"], row["room"]): row["starts"] for row in facts.stays}
    begun |= {(row["id"], row["room"]): begun.get((row["id"], row["room"])) for row in facts.students}
    for (student, room), starts in begun.items():
        live = students[student]["live"] and students[student]["room"] == room
        since = {"beginDate": starts.isoformat() if starts else ""}
        yield _student(book, book.made("stay", student, room), room, student, live, since)
        for subject in sorted(lessons[room], key=str) if live else ():
            own = book.made("lesson", room, subject)
            yield _student(book, book.made("pupil", student, own), own, student, live, since)
    kept = {row["id"] for row in facts.groups}
    for row in facts.members:
        if row["group"] in kept:
            live = row["live"] and students[row["student"]]["live"]
            since = {"beginDate": row["starts"].isoformat()}
            yield _student(book, str(row["id"]), row["group"], row["student"], live, since)


def _enrolled(book: Book, own: str, room: object, staff: object, live: object, **more: str) -> Line:
    cells = {
        "classSourcedId": str(room),
        "schoolSourcedId": book.org,
        "userSourcedId": str(staff),
        "role": "teacher",
        "primary": "true",
        **more,
    }
    return Line("enrollments", own, cells, bool(live))


def _student(book: Book, own: str, room: object, student: object, live: object, more: dict[str, str]) -> Line:
    cells = {
        "classSourcedId": str(room),
        "schoolSourcedId": book.org,
        "userSourcedId": str(student),
        "role": "student",
        "primary": "false",
        **more,
    }
    return Line("enrollments", own, cells, bool(live))
