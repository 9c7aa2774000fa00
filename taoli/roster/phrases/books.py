"""What is wrong in any workbook, and what a preview says of how it was read."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

# What is wrong with a file as a whole: what happened, and what to do.
FILES = {
    "locked": _("The file has a password. Please save it without one."),
    "not_workbook": _("This is no workbook (.xlsx, .xls, .ods) and no text (.csv). Please save it as .xlsx."),
    "macros": _("The file holds macros, which are not opened. Please save it as .xlsx without macros."),
    "external": _("The file draws on other files. Please break the links (Data, Edit links) and save it as .xlsx."),
    "embedded": _("Another file is packed into this one. Please remove it and upload both on their own."),
    "text_bytes": _("This text holds bytes that are no characters. Please export it again as CSV or save it as .xlsx."),
    "text_coding": _("The characters of this text cannot be read. Please export it as UTF-8 or save it as .xlsx."),
    "text_broken": _(
        "The columns of this text cannot be told apart. Please open it in Excel or WPS and save it as .xlsx."
    ),
    "too_wide": _("A line has more than %(most)s columns. Please check how the columns are separated."),
    "too_long_text": _("The text has more than %(most)s lines. Please upload one school's list only."),
    "no_sheet": _(
        "No headings such as 学号, 姓名 or 班级 were found, only the sheets %(found)s. Please add a line of headings."
    ),
}
# What is wrong with a cell or a row.
CELLS = {
    "private_character": _(
        "A character of this name exists on one computer only. Please type it again with today's input."
    ),
    "number_is_identity": _(
        "This number holds an identity-card number, which the school does not keep. Please use 学号."
    ),
    "number_needed": _(
        "%(student)s is not in the roster. A new student needs a student number. Please add the column 学号."
    ),
    "student_differs": _("Here it is %(second)s, and %(first)s in %(sheet)s, row %(row)s. Please let the lists agree."),
    "student_twice_there": _(
        "The student number %(number)s stands in %(sheet)s, row %(row)s already. Please keep one."
    ),
    "staff_twice_there": _("The staff number %(number)s stands in %(sheet)s, row %(row)s already. Please keep one."),
    "seat_twice_there": _(
        "Number %(seat)s of %(room)s is taken by %(sheet)s, row %(row)s. Please give each student their own."
    ),
    "teaching_twice_there": _(
        "That %(name)s teaches %(subject)s in %(place)s stands in %(sheet)s, row %(row)s already. Please keep one."
    ),
    "guardian_twice_there": _("%(name)s stands with %(student)s in %(sheet)s, row %(row)s already. Please keep one."),
}
PROBLEMS = {**FILES, **CELLS}

HIDDEN = _("Hidden sheets were not read: %(sheets)s")
UNREAD = _("Sheets without headings of people were not read: %(sheets)s")
DROPPED = _("Lines that are no people were left out: %(lines)s")
DROPPED_LINE = _("%(sheet)s row %(row)s “%(text)s”")
COMMENTS = _("%(n)s notes in cells were not read.")
READ_AS = _("Read as: %(pairs)s")
UNKNOWN = {
    "homeroom": _(
        "The homeroom teacher %(name)s of %(room)s was left out: no one teacher of this name is in the list of staff."
    ),
    "mentor": _("The mentor %(name)s was left out: no one teacher of this name is in the list of staff."),
}
PROPOSALS = _("%(n)s students with a mentor named in the files: kept as a proposal for matching, not paired yet.")
MOST = 5


def file_lines(notes: Mapping[str, Any]) -> list[str]:
    """Return how the files were read: hidden sheets, lines left out, spellings read as others, proposals."""
    lines = []
    for key, words in (("hidden", HIDDEN), ("unread", UNREAD)):
        if sheets := [one["sheet"] for one in notes.get(key, ())]:
            lines.append(str(words) % {"sheets": _few(sheets)})
    if dropped := [str(DROPPED_LINE) % one for one in notes.get("dropped", ())]:
        lines.append(str(DROPPED) % {"lines": _few(dropped)})
    if notes.get("comments"):
        lines.append(str(COMMENTS) % {"n": notes["comments"]})
    if pairs := [f"{written} → {read}" for written, read in notes.get("read_as", {}).items()]:
        lines.append(str(READ_AS) % {"pairs": _few(pairs)})
    unknown = [
        str(UNKNOWN[one["what"]]) % {"name": one["name"], "room": one["class"]}
        for one in notes.get("unknown_staff", ())
    ]
    lines += unknown[:MOST]
    if students := sum(len(one["students"]) for one in notes.get("proposals", ())):
        lines.append(str(PROPOSALS) % {"n": students})
    return lines


def _few(words: list[str]) -> str:
    return "、".join(words[:MOST]) + ("…" if len(words) > MOST else "")
