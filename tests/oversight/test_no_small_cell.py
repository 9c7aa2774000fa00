"""The suppression attack on the real pages: everything a bureau can open is read, and page subtracted from page."""

import io
import itertools
import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import openpyxl
import pytest
from django.test import Client

from taoli.common.models import Area
from taoli.common.policy import system
from taoli.engine.release import Count, Figure, Node
from taoli.engine.summary import MEASURES, Level, MeasureKind
from taoli.oversight.models import Member, ReceivedSummary, WeekRelease
from taoli.oversight.queries.grades import SHOWN
from taoli.oversight.services import counting
from taoli.oversight.services.releasing import release_week
from tests.engine.release.attack import City, Interval, Page, Tell, _hideable, _narrow, pairs_that_leak
from tests.oversight.handed_in import random_weeks, week_of
from tests.world import World

TOLD = re.compile(r'<data[^>]* value="(\d+)–(\d+)" data-about="([^"@]+)@([^"]+)"(?: data-week="([^"]+)")?')
WEEKS = 3
PEOPLE = [one for one in MEASURES.values() if one.kind is MeasureKind.PEOPLE]
ANSWERS = "survey.guardian.parents_useful.answers"
BY_SCHOOL = ("cases_reviewed", "families_video", "mentors_without", "receipts_lacking")
Key = tuple[int, str, str]


@dataclass
class Seen:
    """What the pages tell: (week, measure, place) → ends; the tree of each week, and the true numbers of its leaves."""

    told: dict[Key, Interval] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    stages: dict[str, str] = field(default_factory=dict)
    truth: dict[tuple[int, str], dict[str, int]] = field(default_factory=dict)

    def read(self, page: str, week: int) -> None:
        """Keep what a page tells; two pages never tell of one place differently."""
        for low, high, measure, place, day in TOLD.findall(page):
            at = next((one for one in range(WEEKS) if week_of(one).isoformat() == day), week)
            assert self.told.setdefault((at, measure, place), (int(low), int(high))) == (int(low), int(high))

    def leaves(self, place: str, *, grades: bool) -> Page:
        """Return the leaves of a place: a node, or a node and a stage."""
        node, _colon, stage = place.partition(":")
        known = [one for one in self.parents if ("/" in one) == grades and (grades or one.count("-") == 4)]
        inside = [one for one in known if node in self._path(one)]
        if not stage:
            return frozenset(inside)
        return frozenset(one for one in inside if self.stages[one] == stage)

    def _path(self, node: str) -> list[str]:
        found = [node]
        while self.parents[found[-1]]:
            found.append(self.parents[found[-1]])
        return found

    def city(self, measure: str, *, grades: bool) -> City:
        """Return the true numbers of a measure as a city to be attacked."""
        parents = {one: above for one, above in self.parents.items() if grades or "/" not in one}
        whole = MEASURES[measure].of or measure
        top = "students" if MEASURES[measure].level is Level.GRADE else whole
        weeks = [self._level(week, measure, grades=grades) for week in range(WEEKS)]
        return City(parents, self._level(0, top, grades=grades), weeks)

    def surveyed(self) -> City:
        """Return who answered the survey, as a city; sixty were asked in each school."""
        parents = {one: above for one, above in self.parents.items() if "/" not in one}
        weeks = [self.truth[week, ANSWERS] for week in range(WEEKS)]
        return City(parents, dict.fromkeys(weeks[0], 60), weeks)

    def _level(self, week: int, measure: str, *, grades: bool) -> dict[str, int]:
        numbers = self.truth[week, measure]
        if grades or MEASURES[measure].level is Level.SCHOOL:
            return numbers
        found: dict[str, int] = {}
        for leaf, number in numbers.items():
            found[self.parents[leaf]] = found.get(self.parents[leaf], 0) + number
        return found


@pytest.fixture
def districts(world: World) -> list[Area]:
    city = world.bureaus["city"].area
    Member.objects.of(world.bureaus["city"]).update(left_on="2026-09-01")
    names = ("春和区", "砚田区", "麦舟县")
    return [Area.objects.get_or_create(name=one, kind=Area.Kind.DISTRICT, parent=city)[0] for one in names]


def crawl(world: World, districts: list[Area], seed: int, *, deep: bool = True) -> tuple[Seen, Client]:
    bureau, client, seen = world.bureaus["city"], world.client("方远"), Seen()
    random_weeks(bureau, districts, WEEKS, seed)
    for week in range(WEEKS):
        release = release_week(by=system(bureau.pk), week=week_of(week))
        assert release is not None
        for node in (*release.areas, *release.schools, *release.grades):
            seen.parents[node["key"]] = node["parent"]
            stages = node.get("stages", [node.get("stage", "")])
            seen.stages[node["key"]] = stages[0] if len(stages) == 1 else ""
        _true_numbers(seen, bureau.pk, week)
    for week in range(WEEKS):
        for address in _addresses(seen, week, deep=deep):
            answer = client.get(address)
            assert answer.status_code == 200, address
            seen.read(answer.content.decode(), week)
    return seen, client


def _addresses(seen: Seen, week: int, *, deep: bool) -> Iterator[str]:
    at = f"?week={week_of(week)}"
    yield from (f"/oversight/{at}", f"/oversight/overview/month/{at}", "/oversight/overview/survey/")
    places = [one for one in seen.parents if one.startswith("a")]
    for place, stage in itertools.product(places, ("", "primary", "junior")):
        yield f"/oversight/overview/table/{at}&district={place}&stage={stage}"
    for measure in (*SHOWN, *BY_SCHOOL):
        yield f"/oversight/overview/measures/{measure}/{at}"
    for school in (one for one in seen.parents if deep and one.count("-") == 4 and "/" not in one):
        yield f"/oversight/overview/schools/{school}/{at}"


def _true_numbers(seen: Seen, bureau_id: int, week: int) -> None:
    newest: dict[str, ReceivedSummary] = {}
    for row in ReceivedSummary.objects.of(bureau_id).filter(week__lte=week_of(week)).order_by("seq"):
        newest[str(row.member_id)] = row
    for measure in PEOPLE:
        numbers: dict[str, int] = {}
        for key, row in newest.items():
            if measure.level is Level.SCHOOL:
                numbers[key] = row.document["counts"][measure.key]
            else:
                numbers |= {f"{key}/{one['key']}": one["counts"][measure.key] for one in row.document["grades"]}
        seen.truth[week, measure.key] = numbers
    seen.truth[week, ANSWERS] = {key: row.document["indicators"][0]["answers"] for key, row in newest.items()}


def leaks(seen: Seen) -> int:
    """Count pairs of told places, and of weeks, whose difference of 1 to 9 is as good as told."""
    found = 0
    cities = [(one.key, seen.city(one.key, grades=one.level is Level.GRADE)) for one in PEOPLE]
    for measure, city in (*cities, (ANSWERS, seen.surveyed())):
        grades = any("/" in one for one in city.sizes)
        told = [
            (week, seen.leaves(place, grades=grades), ends)
            for (week, key, place), ends in seen.told.items()
            if key == measure
        ]
        assert len(told) > WEEKS
        for one, other in itertools.permutations(told, 2):
            found += _leaks(city, one, other)
    return found


def _leaks(city: City, one: tuple[int, Page, Interval], other: tuple[int, Page, Interval]) -> bool:
    (week, whole, (low, high)), (then, part, (before, until)) = one, other
    if week == then:
        if not part < whole:
            return False
        group = whole - part
        true, hideable = city.true(week, group), _hideable(city, week, group)
    else:
        if part != whole:
            return False
        true = city.true(week, whole) - city.true(then, whole)
        hideable = max(_hideable(city, week, whole), _hideable(city, then, whole))
    return 0 < abs(true) < 10 and _narrow(true, low - until, high - before, hideable)


def _few_alone(seen: Seen) -> int:
    """Count places of 1 to 9 people that are told more closely than that."""
    found = 0
    for (week, key, place), (low, high) in seen.told.items():
        if key not in MEASURES or MEASURES[key].kind is not MeasureKind.PEOPLE:
            continue
        grades = MEASURES[key].level is Level.GRADE
        city = seen.city(key, grades=grades)
        inside = seen.leaves(place, grades=grades)
        true = city.true(week, inside)
        assert low <= true <= high
        found += 0 < true < 10 and _narrow(true, low, high, _hideable(city, week, inside))
    return found


def by_pages(seen: Seen, measure: str) -> Tell:
    def tell(week: int, page: Page) -> Interval:
        ends = [seen.told[week, measure, node] for node in page]
        return sum(low for low, _ in ends), sum(high for _, high in ends)

    return tell


def test_no_pair_of_pages_weeks_or_filters_tells_of_fewer_than_ten(world: World, districts: list[Area]) -> None:
    seen, client = crawl(world, districts, seed=1)
    assert len({measure for _week, measure, _place in seen.told} & set(MEASURES)) >= 14
    assert len(seen.told) > 900
    assert _few_alone(seen) == 0
    assert leaks(seen) == 0
    for measure in SHOWN:
        city, chance = seen.city(measure, grades=True), random.Random(7)  # noqa: S311
        taken, found = pairs_that_leak(city, by_pages(seen, measure), chance, 60)
        assert (taken > 10, found) == (True, 0), measure
    _workbook_tells_what_the_table_tells(client, seen)


def _workbook_tells_what_the_table_tells(client: Client, seen: Seen) -> None:
    root = next(one for one, above in seen.parents.items() if not above)
    for district in (root, *(one for one, above in seen.parents.items() if above == root)):
        at = f"?week={week_of(1)}&district={district}"
        sheet = openpyxl.load_workbook(io.BytesIO(client.get(f"/oversight/overview/excel/{at}").content)).active
        assert sheet is not None
        ends = [row[3:5] for row in sheet.iter_rows(min_row=4, values_only=True) if row[3] is not None]
        page = client.get(f"/oversight/overview/table/{at}").content.decode()
        assert ends == [(int(low), int(high)) for low, high, *_rest in TOLD.findall(page)]


def _naive(nodes: list[Node], counts: Mapping[str, Count]) -> dict[str, Figure]:
    """Each place counts anew and leaves out only what is below ten."""
    below: dict[str, list[str]] = {}
    for node in nodes:
        below.setdefault(node.parent, []).append(node.key)

    def number(key: str) -> tuple[int, int]:
        if key not in below:
            return counts[key].number, counts[key].of
        parts = [number(one) for one in below[key]]
        return sum(one for one, _of in parts), sum(of for _one, of in parts)

    found = {node.key: number(node.key) for node in nodes}
    return {key: Figure(1, 9, of) if 0 < true < 10 else Figure(true, true, of) for key, (true, of) in found.items()}


def test_a_naive_overview_is_found(world: World, districts: list[Area], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "release", _naive)
    seen, _client = crawl(world, districts, seed=2, deep=False)
    assert leaks(seen) > 50


def test_no_page_offers_an_order_by_value(world: World, districts: list[Area]) -> None:
    bureau, client = world.bureaus["city"], world.client("方远")
    random_weeks(bureau, districts, 1, 3)
    release_week(by=system(bureau.pk), week=week_of(0))
    names = [one["name"] for one in WeekRelease.objects.of(bureau).get().schools]
    assert names == sorted(names)
    for asked in ("", "?sort=value", "?order=-low", "?o=2"):
        page = client.get(f"/oversight/overview/measures/without_mentor/{asked}").content.decode()
        rows = re.findall(r"s\d\d学校", page)
        assert list(dict.fromkeys(rows)) == names
        assert asked or not re.search(r"aria-sort|data-sort|[?&](sort|order)=", page)
