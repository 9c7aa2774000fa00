"""From the tables of an exchange bundle (OneRoster, or SDS made like it) to the rows an import is staged with."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from taoli.common.models import School
from taoli.roster.queries.snapshot import Roster
from taoli.roster.readers.cells import CellError, convert
from taoli.roster.readers.checking import Known, Tables
from taoli.roster.readers.columns import STAFF, STUDENTS, Sheet
from taoli.roster.readers.csvs import Row
from taoli.roster.readers.places import class_key, class_name, grade_name
from taoli.roster.readers.problem import Problem
from taoli.roster.readers.standard import OWN
from taoli.roster.readers.surnames import join_name

STUDENT, STAFF_KIND, GUARDIAN = "student", "staff", "guardian"
KINDS = {
    **dict.fromkeys(("student",), STUDENT),
    **dict.fromkeys(("guardian", "parent", "relative"), GUARDIAN),
    **dict.fromkeys(
        ("aide", "counselor", "principal", "proctor", "siteAdministrator", "systemAdministrator", "teacher"),
        STAFF_KIND,
    ),
}
SEXES = {"male": "m", "female": "f"}
RELATIONS = {("parent", "m"): "父亲", ("parent", "f"): "母亲", ("parent", ""): "家长", ("relative", ""): "亲属"}
# CEDS words for years at school, as bundles from abroad carry them.
CEDS = {f"{year:02}": f"{'一二三四五六七八九'[year - 1]}年级" for year in range(1, 10)}
CEDS |= {"10": "高一", "11": "高二", "12": "高三"}
TAB = "\t"
HOMEROOM = f"{OWN}homeroomSourcedId"

Facts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Room:
    """A class as the roster will name it."""

    name: str
    grade: str
    number: int
    campus: str = ""


@dataclass
class Work:
    """What has been understood so far."""

    tables: Tables
    now: Roster
    known: Known
    school: School
    today: dt.date
    problems: list[Problem] = field(default_factory=list)
    kinds: dict[str, str] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    sexes: dict[str, str] = field(default_factory=dict)
    births: dict[str, str] = field(default_factory=dict)
    rooms: dict[str, Room] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)
    lessons: dict[str, Room] = field(default_factory=dict)
    subjects: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    keys: list[list[str]] = field(default_factory=list)
    skipped: int = 0

    @property
    def partial(self) -> bool:
        """True for a delta: what it does not name stays as it is."""
        return bool(self.tables.delta)

    def fault(self, code: str, file: str, row: Row, column: str, /, **values: Any) -> None:
        """Note a problem of a line."""
        self.problems.append(Problem(code, f"{file}.csv", row.line, column, values))

    def learn(self, file: str, sourced_id: str, kind: str, key: str) -> None:
        """Keep what a sourcedId stands for, unless that is known."""
        if self.known.get((file, sourced_id)) != (kind, key):
            self.keys.append([file, sourced_id, kind, key])

    def value(self, sheet: Sheet, key: str, file: str, row: Row, column: str, text: str) -> Any:
        """Return a cell as the roster keeps it, None when empty or wrong."""
        if not text:
            return None
        try:
            return convert(sheet.column(key), text, self.today)
        except CellError as error:
            self.fault(error.code, file, row, column, **error.values)
            return None


def understand(tables: Tables, now: Roster, known: Known, school: School, today: dt.date) -> Work:
    """Settle who is who and which class is what; `people.staged` then makes the rows."""
    work = Work(tables, now, known, school, today, problems=list(tables.problems))
    if work.problems:
        return work
    own = _own_orgs(work)
    _kinds(work, own)
    for row in tables.rows("demographics"):
        work.sexes[row.get("sourcedId")] = SEXES.get(row.get("sex"), "")
        work.births[row.get("sourcedId")] = row.get("birthDate")
    _classes(work, own)
    return work


def _own_orgs(work: Work) -> set[str]:
    """Return the ids that mean this school; empty when the bundle is of one school only."""
    schools = [row for row in work.tables.rows("orgs") if row.get("type") == "school"]
    if len(schools) < 2:  # noqa: PLR2004 more than one
        return set()
    names = {work.school.code, work.school.name}
    mine = {row.get("sourcedId") for row in schools if names & {row.get("identifier"), row.get("name")}}
    if not mine:
        found = "、".join(row.get("name") for row in schools[:5])
        work.problems.append(Problem("other_schools", "orgs.csv", values={"n": len(schools), "found": found}))
    return mine


def _kinds(work: Work, own: set[str]) -> None:
    for row in work.tables.rows("roles"):
        user, role = row.get("userSourcedId"), row.get("role")
        kind = KINDS.get(role)
        if kind is None or (own and row.get("orgSourcedId") not in own and kind != GUARDIAN):
            continue
        if user not in work.kinds or row.get("roleType") == "primary":
            work.kinds[user], work.roles[user] = kind, role
    for (file, sourced_id), (kind, key) in work.known.items():
        if file == "users":
            work.kinds.setdefault(sourced_id, kind)
            if kind != GUARDIAN:
                work.numbers[sourced_id] = key


def _classes(work: Work, own: set[str]) -> None:
    courses = {row.get("sourcedId"): row for row in work.tables.rows("courses")}
    for (file, sourced_id), (kind, key) in work.known.items():
        if file == "classes":
            _known_class(work, sourced_id, kind, key)
    scheduled = []
    for row in work.tables.rows("classes"):
        if own and row.get("schoolSourcedId") not in own:
            continue
        course = courses.get(row.get("courseSourcedId"))
        subjects = row.many("subjects") or (course.many("subjects") if course else [])
        if row.get("classType") == "homeroom":
            _room(work, row)
            continue
        title = course.get("title") if course else ""
        work.subjects[row.get("sourcedId")] = subjects[0] if subjects else title
        scheduled.append(row)
    pupils = _pupils(work)
    # Taoli's own bundles say it; elsewhere a scheduled class with just the students of one class is that class.
    says = "classes" in work.tables.files and HOMEROOM in work.tables.files["classes"].columns
    whole = {frozenset(pupils[one]): room for one, room in work.rooms.items() if pupils[one] and not says}
    for row in scheduled:
        _scheduled(work, row, whole.get(frozenset(pupils[row.get("sourcedId")])))


def _known_class(work: Work, sourced_id: str, kind: str, key: str) -> None:
    name, _tab, subject = key.partition(TAB)
    if kind == "group":
        work.groups[sourced_id] = name
    elif facts := work.now.classes.get(name):
        target = work.rooms if kind == "class" else work.lessons
        target[sourced_id] = Room(name, facts["grade"], 0, facts["campus"])
    work.subjects[sourced_id] = subject


def _pupils(work: Work) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in work.tables.rows("enrollments"):
        if row.get("role") == "student":
            found[row.get("classSourcedId")].add(row.get("userSourcedId"))
    return found


def _room(work: Work, row: Row) -> None:
    grades = row.many("grades")
    grade = CEDS.get(grades[0], grade_name(grades[0])) if grades else ""
    room = named_room(work.now, row.get("title"), grade)
    if room is None:
        work.fault("need_grade", "classes", row, "grades", room=row.get("title"))
        return
    campus = row.get(f"{OWN}campus")
    work.rooms[row.get("sourcedId")] = Room(room.name, room.grade, room.number, campus)
    work.learn("classes", row.get("sourcedId"), "class", room.name)


def named_room(now: Roster, title: str, grade: str) -> Room | None:
    """Return the class a title means: one that is there, 高一(3)班 of 3班, or its own name; None without a grade."""
    if title in now.classes:
        return Room(title, now.classes[title]["grade"], 0)
    try:
        parsed = class_name(title, grade)
    except ValueError:
        parsed = None
    if parsed is None or not parsed.number:
        return Room(title, grade or (parsed.grade if parsed else ""), 0) if grade or parsed else None
    same = {class_key(name): name for name in now.classes}
    return Room(same.get(class_key(parsed.name), parsed.name), parsed.grade, parsed.number)


def _scheduled(work: Work, row: Row, whole: Room | None) -> None:
    """A scheduled class is a subject of a whole class, or else a teaching group 教学班."""
    own, title = row.get("sourcedId"), row.get("title")
    room = work.rooms.get(row.get(HOMEROOM)) or whole or _room_in(work, title)
    subject = work.subjects[own] or title
    work.subjects[own] = subject[: STAFF.column("subject").most]
    if room:
        work.lessons[own] = room
        work.learn("classes", own, "lesson", f"{room.name}{TAB}{subject}")
        return
    limit = STUDENTS.column("teaching_groups").most
    if len(title) > limit:
        work.fault("too_long", "classes", row, "title", most=limit)
    work.groups[own] = title
    work.learn("classes", own, "group", f"{title}{TAB}{subject}")


def _room_in(work: Work, title: str) -> Room | None:
    """Return the class that a title such as “高一(1)班 语文” begins with."""
    head, _space, rest = title.replace("\u3000", " ").partition(" ")
    names = {room.name: room for room in work.rooms.values()}
    return names.get(head) if rest else None


def person_name(row: Row) -> str:
    """Return a user's whole name."""
    return join_name(row.get("familyName"), row.get("givenName"), row.get("middleName"), row.get(f"{OWN}name"))


def relation_word(work: Work, guardian: str) -> str:
    """Return how a guardian is related, as far as role and sex say it."""
    role = work.roles.get(guardian, "guardian")
    return RELATIONS.get((role, work.sexes.get(guardian, ""))) or RELATIONS.get((role, "")) or "监护人"
