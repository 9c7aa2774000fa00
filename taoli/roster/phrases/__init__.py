"""Codes of the roster as sentences."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.roster.phrases import books

TABS = {
    "student_list": _("Students"),
    "staff_list": _("Staff"),
    "class_list": _("Classes"),
    "term_edit": _("Term"),
    "timetable_import": _("Timetable"),
    "watch_list": _("On duty"),
    "import_new": _("Import"),
    "account_slips": _("Accounts"),
}
AUDIENCE_NAMES = {"staff": _("Staff"), "students": _("Students of a class"), "guardians": _("Families of a class")}
AUDIENCE_SHORT = {"staff": _("Staff"), "students": _("Students"), "guardians": _("Guardians")}
GROUP_KINDS = {
    "study_group": _("Study group"),
    "dormitory": _("Dormitory"),
    "teaching_group": _("Teaching group"),
    "interest_group": _("Interest group"),
}
TEMPLATE_TITLE = _("Notes")
TEMPLATE_NOTES = (
    _("Fill in the sheets 学生, 教师, 任课 and 家长. Sheets and columns you do not need may be deleted."),
    _("Rows that begin with 示例 show how to fill in; they are left out."),
    _("Needed: number, name and class of students; number and name of staff; the rest may stay empty."),
    _("An empty cell changes nothing. In the columns of groups, dormitories and teaching groups it means: in none."),
    _("A student who is missing from a file that holds the rest of the class is proposed for leaving."),
    _("Identity-card numbers are left out, unless the school has switched them on."),
    _("No formulas, please: values only. Dates like 2010-09-01."),
)
Plan = Mapping[str, Mapping[str, list[Any]]]
Names = Mapping[str, Mapping[str, str]]

UNCHANGED = _("The roster already says all of this. There is nothing to change.")
ASKED = _("%(n)s things are not certain. Nothing has been changed. Please answer on the page Import.")
REFUSED = _("%(n)s things need another look. Nothing has been changed.")
APPLIED = _("Done. %(accounts)s accounts were opened.")
NOT_ASKED = _("%(n)s identity-card numbers were left out; the school does not keep them.")
KEPT = _("Identity-card numbers are kept, because the school has switched them on.")
EXAMPLES = _("%(n)s example rows were left out.")
IGNORED = _("Not read in %(sheet)s: %(columns)s")
UNREAD = _("Not read, because Taoli keeps nothing of it: %(files)s")
SKIPPED = _("%(n)s people of the bundle have no role at this school and were left out.")
COUNTS = {
    "add": _("%(noun)s: add %(n)s"),
    "change": _("%(noun)s: change %(n)s"),
    "close": _("%(noun)s: close %(n)s"),
}
UNDO = {
    "add": _("%(noun)s: %(n)s added are taken out again"),
    "change": _("%(noun)s: %(n)s are set back"),
    "close": _("%(noun)s: %(n)s closed are opened again"),
}

# What is wrong in a workbook: what happened, and what to do.
PROBLEMS = {
    **books.PROBLEMS,
    "too_big": _("The file has %(size)s MB; at most %(most)s MB are read. Please remove pictures and spare sheets."),
    "packed": _("The file unpacks to far too much and was not read. Please save a fresh copy of it."),
    "unreadable": _("The file cannot be read; it may be damaged. Please save a fresh copy of it."),
    "too_slow": _("The file could not be read in %(seconds)s seconds. Please remove pictures and spare sheets."),
    "sheet_too_large": _(
        "The sheet %(sheet)s has cells too far down or right. Please delete the empty rows and columns."
    ),
    "empty": _("There is not one row in the workbook. Please fill it in, or use the template."),
    "no_headings": _("No headings were found. The first row must name the columns, such as %(wanted)s."),
    "column_missing": _("The column %(column)s is missing. Please add it."),
    "column_twice": _("The columns %(names)s mean the same. Please keep one of them."),
    "formula": _("Here is a formula. Please replace it by its value (paste special, values)."),
    "empty_cell": _("Nothing is filled in here. Please fill it in."),
    "too_long": _("This is longer than %(most)s characters. Please shorten it."),
    "digits_lost": _("The number is so long that Excel has lost its end. Make the column text and type it again."),
    "not_gender": _("“%(text)s” is no gender. Please write 男 or 女."),
    "not_boarding": _("“%(text)s” is not understood. Please write 住校 or 走读."),
    "not_yes": _("“%(text)s” is not understood. Please write 是 or leave it empty."),
    "not_date": _("“%(text)s” is no date. Please write it like 2010-09-01."),
    "impossible_date": _("There is no day %(text)s. Please check the month and the day."),
    "unlikely_date": _("%(text)s cannot be a birthday. Please check the year."),
    "not_seat": _("“%(text)s” is no number in class. Please write a whole number from 1 to 200."),
    "not_phone": _("“%(text)s” is no telephone number. Please write 7 to 15 digits."),
    "not_identity": _("This identity-card number is not right. Please check all 18 places."),
    "need_grade": _("“%(room)s” does not say which grade. Please write it like 高一(3)班, or fill in the grade."),
    "class_grade": _("The class %(room)s and the grade %(grade)s do not fit. Please correct one of them."),
    "class_campus": _(
        "%(room)s is at %(first)s in row %(row)s and here at %(second)s. Please give a class one campus."
    ),
    "student_twice": _("The student number %(number)s stands in row %(row)s already. Please keep one row a student."),
    "staff_twice": _("The staff number %(number)s stands in row %(row)s already. Please keep one row a teacher."),
    "seat_twice": _(
        "Number %(seat)s of %(room)s is taken by row %(row)s. Please give each student a number of their own."
    ),
    "teaching_twice": _(
        "That %(name)s teaches %(subject)s in %(place)s stands in row %(row)s already. Please delete one of them."
    ),
    "guardian_twice": _("%(name)s stands with %(student)s in row %(row)s already. Please delete one of them."),
    "unknown_class": _("%(room)s is not in the roster. Please add the class first, or write one that is there."),
    "unknown_group": _("The teaching group %(group)s is not in the roster. Please add it with its students first."),
    "unknown_staff": _("The teacher %(staff)s is not in the roster. Please add the teacher first, or correct this."),
    "staff_many": _("%(n)s teachers are called %(staff)s. Please write the staff number."),
    "staff_mismatch": _(
        "The staff number %(number)s belongs to %(name)s, not to %(other)s. Please correct one of them."
    ),
    "unknown_student": _(
        "The student %(student)s is not in the roster. Please add the student first, or correct this."
    ),
    "student_many": _("%(n)s students are called %(student)s. Please write the student number."),
    "student_mismatch": _(
        "The student number %(number)s belongs to %(name)s, not to %(other)s. Please correct one of them."
    ),
    "two_homerooms": _(
        "%(room)s has two homeroom teachers: %(first)s (%(sheet)s, row %(row)s) and %(second)s. Please keep one."
    ),
}

# What is wrong in a bundle of another system: the standard's own word stays as it is.
PROBLEMS |= {
    "std_required": _("OneRoster: “required”. Please fill it in."),
    "std_enumeration": _("OneRoster: “%(text)s” is not in the enumeration %(allowed)s. Please correct it."),
    "std_format": _("OneRoster: “%(text)s” is no %(format)s. Please correct it."),
    "std_reference": _("OneRoster: the reference %(text)s is not in %(target)s. Please add it there, or correct it."),
    "std_unique": _("OneRoster: the sourcedId %(text)s stands in line %(row)s already. It must be unique."),
    "std_header": _("OneRoster: the column %(column)s is missing. Please add it."),
    "std_manifest": _("OneRoster: %(name)s is “%(text)s”, expected: %(expected)s. Please correct the manifest."),
    "csv_encoding": _("%(file)s is neither UTF-8 nor GB18030. Please save it as UTF-8."),
    "csv_broken": _("%(file)s is no sound CSV near line %(row)s. Please save a fresh copy of it."),
    "csv_columns": _("This line has %(n)s cells, the headings only %(columns)s. Please check its commas and quotes."),
    "csv_locked": _("%(file)s has a password. Please pack it again without one."),
    "other_schools": _(
        "The bundle holds %(n)s schools (%(found)s), and none has this school's code or name. Please choose its own."
    ),
    "no_homeroom": _("%(name)s is enrolled in no homeroom class. Please enrol the student in one."),
    "two_classes": _("%(name)s is enrolled in two homeroom classes: %(first)s and %(second)s. Please keep one."),
    "day_later": _("%(text)s has not come yet. Please import this on that day."),
    "day_long_ago": _("%(text)s is more than a year ago. Please check the year."),
    "not_move": _("“%(text)s” is not understood. Please write 转入, 转出 or 转班."),
    "no_change": _("What happens to %(number)s is not said. Please write 转入, 转出 or 转班."),
    "no_new_class": _("Which class %(number)s goes to is not said. Please fill in the new class."),
    "come_without_class": _("%(number)s is new here. Please fill in name and class, or add a row in 学生."),
    "same_class": _("%(room)s cannot be merged into itself. Please correct one of the two."),
}

NOUNS = {
    "campuses": _("Campuses"),
    "grades": _("Grades"),
    "subjects": _("Subjects"),
    "classes": _("Classes"),
    "homerooms": _("Homeroom teachers"),
    "staff": _("Staff"),
    "students": _("Students"),
    "groups": _("Groups"),
    "members": _("Group members"),
    "teaching": _("Teaching assignments"),
    "guardians": _("Guardians"),
    "sourced": _("Identifiers of the other system"),
}
FIELDS = {
    "name": _("Name"),
    "gender": _("Gender"),
    "phone": _("Telephone"),
    "subject": _("Subject"),
    "birthday": _("Birthday"),
    "class": _("Class"),
    "seat": _("Number in class"),
    "boarding": _("Boarding"),
    "neighbourhood": _("Neighbourhood"),
    "address": _("Home address"),
    "identity_number": _("Identity-card number"),
    "left": _("At school"),
    "relation": _("Relation"),
    "campus": _("Campus"),
    "closed": _("At school"),
    "homeroom": _("Homeroom teacher"),
}
VALUES = {
    "m": _("male"),
    "f": _("female"),
    "boarder": _("boarder"),
    "day": _("day student"),
}
GONE = {
    True: pgettext_lazy("state of a person or class", "left"),
    False: pgettext_lazy("state of a person or class", "there"),
}


def problem_sentence(problem: Mapping[str, Any]) -> str:
    """Return what is wrong and what to do."""
    text: str = str(PROBLEMS[problem["code"]]) % problem["values"]
    return text


def problem_place(problem: Mapping[str, Any]) -> str:
    """Return where: sheet, row and column, as far as they are known."""
    if not problem["row"]:
        return str(problem["sheet"])
    words = {"sheet": problem["sheet"], "row": problem["row"], "column": problem["column"]}
    if not problem["column"]:
        return str(_("%(sheet)s, row %(row)s")) % words
    return str(_("%(sheet)s, row %(row)s, %(column)s")) % words


def value_words(field: str, value: Any) -> str:
    """Return a value of a changed field in words; an identity-card number is never shown whole."""
    if field in {"left", "closed"}:
        return str(GONE[bool(value)])
    if value in (None, ""):
        return ""
    if field == "identity_number":
        return f"{str(value)[:3]}…{str(value)[-2:]}"
    if field in {"gender", "boarding"}:
        return str(VALUES.get(value, value))
    return str(value)


def note_lines(notes: Mapping[str, Any]) -> list[str]:
    """Return what the reader of a preview should know: what was left out and why."""
    lines = []
    if notes.get("identity_kept"):
        lines.append(str(KEPT))
    elif notes.get("identity_dropped"):
        lines.append(str(NOT_ASKED) % {"n": notes["identity_dropped"]})
    if notes.get("examples"):
        lines.append(str(EXAMPLES) % {"n": notes["examples"]})
    for sheet, columns in notes.get("ignored", {}).items():
        lines.append(str(IGNORED) % {"sheet": sheet, "columns": "、".join(columns)})
    if notes.get("other_files"):
        lines.append(str(UNREAD) % {"files": "、".join(notes["other_files"])})
    if notes.get("skipped"):
        lines.append(str(SKIPPED) % {"n": notes["skipped"]})
    return lines + books.file_lines(notes)


def undo_lines(counts: Mapping[str, Mapping[str, int]]) -> list[str]:
    """Return what taking an import back would do, noun by noun."""
    ways = {"add": UNDO["add"], "change": UNDO["change"], "close": UNDO["close"]}
    return [
        str(ways[way]) % {"noun": NOUNS[noun], "n": counts[noun][way]}
        for noun in NOUNS
        for way in ways
        if counts.get(noun, {}).get(way)
    ]


def count_lines(done: Mapping[str, Mapping[str, int]]) -> list[str]:
    """Return one line for each thing that is added, changed or closed."""
    return [
        str(COUNTS[way]) % {"noun": NOUNS[noun], "n": n} for noun, ways in done.items() for way, n in ways.items() if n
    ]


def term_name(key: str) -> str:
    """Return the usual name of a term from its key, 2026-1 or 2026-2."""
    year, _dash, part = key.partition("-")
    words = {"first": year, "second": int(year) + 1}
    names = {
        "1": _("School year %(first)s-%(second)s, first term"),
        "2": _("School year %(first)s-%(second)s, second term"),
        "3": _("School year %(first)s-%(second)s, summer term"),
    }
    return str(names[part]) % words


def unannounced_line(years: list[int]) -> str:
    """Return that the holidays of some years are not known."""
    text = _("The holidays of %(years)s are not announced here yet: only weekends are free. Please add them by hand.")
    return str(text) % {"years": "、".join(str(year) for year in years)}


# Lines a preview shows of one kind; the rest is counted.
MOST_LINES = 60
WAY_NAMES = {"add": _("Add"), "change": _("Change"), "close": pgettext_lazy("import", "Close")}


def problem_rows(problems: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return sheet, row, column and sentence of each problem."""
    return [
        {
            "sheet": one["sheet"],
            "row": one["row"] or "",
            "column": one["column"],
            "sentence": problem_sentence(one),
        }
        for one in problems
    ]


def count_rows(plan: Plan, staged: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return what is added, changed and closed, noun by noun; of an applied import from what it has kept."""
    done = staged.get("counts") or {noun: {way: len(rows) for way, rows in ways.items()} for noun, ways in plan.items()}
    return [{"noun": NOUNS[noun], **done[noun]} for noun in NOUNS if any(done.get(noun, {}).values())]


def plan_rows(plan: Plan, names: Names) -> list[dict[str, Any]]:
    """Return the sections of a preview: what, how many, the first lines, and how many more there are.

    `names` {"students" | "staff": {number: name}} stand beside the numbers.
    """
    return [
        {
            "title": f"{WAY_NAMES[way]} · {NOUNS[noun]}",
            "open": way != "add",
            "n": len(rows),
            "lines": [_line(noun, row, names) for row in rows[:MOST_LINES]],
            "more": max(0, len(rows) - MOST_LINES),
        }
        for way in reversed(WAY_NAMES)
        for noun, ways in plan.items()
        if (rows := ways[way])
    ]


def proposal_lines(staged: Mapping[str, Any], names: Names) -> list[str]:
    """Return one line for each mentor whom the files name with students: the proposals for pairing."""
    return [
        " · ".join(filter(None, (one["name"], one["class"], one["group"])))
        + f"：{'、'.join(names['students'].get(number, number) for number in one['students'])}"
        for one in staged.get("proposals", ())
    ]


# Whose number a line begins with.
OWNERS = {"members": "students", "teaching": "staff"}


def _line(noun: str, row: Any, names: Names) -> dict[str, Any]:
    if isinstance(row, str):
        return {"text": row, "changes": []}
    if isinstance(row, list):
        words = [str(GROUP_KINDS.get(part, part)) for part in row if part not in {"", "class", "group"}]
        if noun in OWNERS:
            words.insert(0, names[OWNERS[noun]].get(row[0], ""))
        return {"text": " · ".join(filter(None, words)), "changes": []}
    if noun == "homerooms":
        before, after = (f"{names['staff'].get(row[key], '')} {row[key]}".strip() for key in ("before", "staff"))
        return {"text": row["class"], "changes": [{"label": FIELDS["homeroom"], "before": before, "after": after}]}
    student = names["students"].get(row.get("student", ""), "")
    words = [row.get("name"), row.get("number"), student, row.get("student"), row.get("class")]
    changes = [
        {"label": FIELDS[name], "before": value_words(name, before), "after": value_words(name, after)}
        for name, (before, after) in row.get("fields", {}).items()
    ]
    return {"text": " · ".join(str(word) for word in words if word), "changes": changes}


def audience_rows(counted: Iterable[Any]) -> list[dict[str, Any]]:
    """Return the counts of accounts with the words for whose they are."""
    return [{"name": AUDIENCE_SHORT[one.audience], "count": one} for one in counted]


def slips_name(audience: str, room: str) -> str:
    """Return the name of a file of slips."""
    return f"{_('Activation slips')} {room or ''} {AUDIENCE_SHORT[audience]}".replace("  ", " ")


def day_rows(days: Iterable[Any]) -> list[dict[str, Any]]:
    """Return the days of a term grouped by kind: words, and the days."""
    by_kind: dict[str, list[Any]] = {}
    for one in days:
        by_kind.setdefault(one.kind, []).append(one)
    return [{"name": rows[0].get_kind_display(), "days": rows} for rows in by_kind.values()]
