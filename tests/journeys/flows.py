"""Four schools, each with the published scheme whose way of pairing it shows, made by the named commands."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from tests.journeys import workbooks
from tests.journeys.hands import Visits
from tests.journeys.installation import Installation, manage
from tests.journeys.story import FIRST, PASSWORD, TERM

# School code → preset, and what its text leaves open.
SCHOOLS: dict[str, tuple[str, tuple[str, ...]]] = {
    "six": ("changle-six-steps", ()),
    "seven": ("listed-mentees", ()),
    "groups": ("primary-352", ("capacity.mentor.min=0", "capacity.mentor.max=10")),
    "rooms": (
        "taigu-no2-2012",
        ("cycle.weeks=4", "capacity.mentor.min=0", "capacity.mentor.max=10"),
    ),
}
# Run inside `manage.py shell`: one process for one school, the same commands a person would type.
MAKE = """
from django.core.management import call_command
call_command("start_school", {code!r}, {name!r})
call_command("add_term", "--school", {code!r}, *{term!r})
call_command("import_roster", {book!r}, "--school", {code!r}, "--apply")
call_command("adopt_scheme", {preset!r}, "--school", {code!r}, "--from", {first!r}, *{values!r})
from taoli.accounts.models import Account, Membership
rows = Membership.objects.filter(school__code={code!r})
one = Account()
one.set_password({password!r})
Account.objects.filter(pk__in=rows.values("account_id")).update(password=one.password)
for row in rows.select_related("account"):
    print("ACCOUNT", row.name, row.account.username)
"""


@dataclass(frozen=True)
class FlowSchool:
    """A school of the installation: its people's account names by their own names."""

    code: str
    accounts: dict[str, str]


def make_schools(place: Installation, folder: Path) -> Iterator[FlowSchool]:
    """Make the four schools with 24 students in two classes and six teachers each."""
    book = str(workbooks.write(folder / "名册.xlsx", workbooks.school_book()))
    for code, (preset, typed) in SCHOOLS.items():
        script = MAKE.format(
            code=code,
            name=f"{code}-学校",
            term=TERM,
            book=book,
            preset=preset,
            first=FIRST.isoformat(),
            values=[word for value in typed for word in ("--set", value)],
            password=PASSWORD,
        )
        printed = manage(place, "shell", "-c", script)
        lines = [line.split() for line in printed.splitlines() if line.startswith("ACCOUNT ")]
        yield FlowSchool(code, {name: account for _word, name, account in lines})


def come(visits: Visits, school: FlowSchool, name: str, size: str) -> Page:
    """Open a window as somebody of the school; who came once stays signed in."""
    who = f"{school.code}:{name}"
    page = visits.window(size, who=who)
    if who not in visits.cookies:
        page.goto("/sign-in/")
        page.locator("input[name=username]").fill(school.accounts[name])
        page.locator("input[name=password]").fill(PASSWORD)
        page.locator("main form button.primary").click()
        page.wait_for_url(lambda address: "/sign-in/" not in address)
        visits.remember(page, who)
    return page
