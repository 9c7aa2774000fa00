"""Microsoft School Data Sync CSV, 2.1 and the classic format: their files made like those of OneRoster.

Source: Microsoft's page “SDS V2.1 CSV file format” and its published samples of both formats.
"""

from collections import defaultdict
from collections.abc import Mapping

from taoli.roster.readers.checking import Tables
from taoli.roster.readers.csvs import CsvFile, Row
from taoli.roster.readers.places import class_name
from taoli.roster.readers.problem import Problem

NEW = {"orgs.csv", "users.csv", "roles.csv"}
CLASSIC = {"school.csv", "section.csv", "student.csv", "teacher.csv", "studentenrollment.csv", "teacherroster.csv"}
# file → (OneRoster's file, column there → column here, columns that must be filled)
Shape = tuple[str, Mapping[str, str], tuple[str, ...]]
SHAPES: dict[str, Shape] = {
    "orgs.csv": ("orgs", {}, ("sourcedId", "name", "type")),
    "users.csv": ("users", {}, ("sourcedId", "username")),
    "roles.csv": ("roles", {}, ("userSourcedId", "orgSourcedId", "role")),
    "classes.csv": (
        "classes",
        {"schoolSourcedId": "orgSourcedId", "termSourcedIds": "sessionSourcedIds"},
        ("sourcedId", "orgSourcedId", "title"),
    ),
    "courses.csv": ("courses", {"courseCode": "code"}, ("sourcedId", "orgSourcedId", "title")),
    "enrollments.csv": ("enrollments", {}, ("classSourcedId", "userSourcedId", "role")),
    "demographics.csv": ("demographics", {"sourcedId": "userSourcedId"}, ("userSourcedId",)),
    "school.csv": ("orgs", {"sourcedId": "SIS ID", "name": "Name"}, ("SIS ID", "Name")),
    "section.csv": (
        "classes",
        {
            "sourcedId": "SIS ID",
            "schoolSourcedId": "School SIS ID",
            "title": "Section Name",
            "subjects": "Course Subject",
        },
        ("SIS ID", "School SIS ID", "Section Name"),
    ),
    "student.csv": (
        "users",
        {
            "sourcedId": "SIS ID",
            "username": "Username",
            "givenName": "First Name",
            "familyName": "Last Name",
            "middleName": "Middle Name",
            "identifier": "Student Number",
        },
        ("SIS ID", "School SIS ID", "Username"),
    ),
    "teacher.csv": (
        "users",
        {
            "sourcedId": "SIS ID",
            "username": "Username",
            "givenName": "First Name",
            "familyName": "Last Name",
            "middleName": "Middle Name",
            "identifier": "Teacher Number",
        },
        ("SIS ID", "School SIS ID", "Username"),
    ),
    "studentenrollment.csv": (
        "enrollments",
        {"classSourcedId": "Section SIS ID", "userSourcedId": "SIS ID"},
        ("Section SIS ID", "SIS ID"),
    ),
    "teacherroster.csv": (
        "enrollments",
        {"classSourcedId": "Section SIS ID", "userSourcedId": "SIS ID"},
        ("Section SIS ID", "SIS ID"),
    ),
}
TEACHES = {"teacher", "professor", "faculty", "lecturer", "instructor", "substitute", "adjunct"}
PRINCIPALS = {"principal", "chair"}
GUARDIANS = {"guardian": "guardian", "parent": "parent", "relative": "relative"}
EXTRA = {"academicsessions.csv", "relationships.csv", "userflags.csv", "user.csv", "guardianrelationship.csv"}


def is_sds(names: set[str]) -> bool:
    """Say whether these files (base names in lower case) are SDS's."""
    return names >= NEW or (bool(names) and names <= CLASSIC | EXTRA and bool(names & CLASSIC))


def sds_tables(found: Mapping[str, CsvFile]) -> Tables:
    """Return the bundle as tables of OneRoster, with what SDS requires and is missing in `problems`."""
    tables = Tables()
    for base, own in found.items():
        if base in SHAPES and (base in CLASSIC) is not (set(found) >= NEW):
            _table(tables, base, own)
    if set(found) >= NEW:
        _relationships(tables, found.get("relationships.csv"))
    else:
        _classic_roles(tables, found)
    for row in tables.rows("classes"):
        room = class_name(row.get("title"))
        row.cells["classType"] = "homeroom" if room and room.number else "scheduled"
    return tables


def _table(tables: Tables, base: str, own: CsvFile) -> None:
    file, columns, required = SHAPES[base]
    tables.problems += own.problems
    missing = [column for column in required if column not in own.columns]
    tables.problems += [Problem("std_header", own.name, 1, column, {"column": column}) for column in missing]
    made = tables.files.setdefault(file, CsvFile(own.name, [*own.columns]))
    for row in own.rows:
        for column in required:
            if not row.get(column) and column not in missing:
                tables.problems.append(Problem("std_required", own.name, row.line, column))
        cells = {**row.cells, **{there: row.get(here) for there, here in columns.items()}}
        cells |= FIXED.get(base, {})
        if file == "roles":
            cells["role"] = _role(cells["role"])
            cells["roleType"] = "primary" if cells.get("isPrimary", "").lower() != "false" else "secondary"
        if file == "enrollments" and cells["role"] in TEACHES:
            cells["role"] = "teacher"
        made.rows.append(Row(row.line, cells))


FIXED = {
    "school.csv": {"type": "school"},
    "studentenrollment.csv": {"role": "student"},
    "teacherroster.csv": {"role": "teacher"},
}


def _role(role: str) -> str:
    if role == "student" or role in GUARDIANS:
        return role
    return "principal" if role in PRINCIPALS else "teacher"


def _classic_roles(tables: Tables, found: Mapping[str, CsvFile]) -> None:
    roles = tables.files.setdefault("roles", CsvFile("roles.csv", []))
    for base, role in (("student.csv", "student"), ("teacher.csv", "teacher")):
        for row in found[base].rows if base in found else ():
            cells = {"userSourcedId": row.get("SIS ID"), "orgSourcedId": row.get("School SIS ID"), "role": role}
            roles.rows.append(Row(row.line, {**cells, "roleType": "primary"}))


def _relationships(tables: Tables, own: CsvFile | None) -> None:
    """Name the guardians in their children's lines, and give them their role."""
    agents: dict[str, list[str]] = defaultdict(list)
    for row in own.rows if own else ():
        agent = row.get("relationshipUserSourcedId")
        agents[row.get("userSourcedId")].append(agent)
        cells = {"userSourcedId": agent, "role": GUARDIANS.get(row.get("relationshipRole"), "guardian")}
        tables.files["roles"].rows.append(Row(row.line, {**cells, "roleType": "primary"}))
    for row in tables.rows("users"):
        row.cells["agentSourcedIds"] = ",".join(agents.get(row.get("sourcedId"), ()))
