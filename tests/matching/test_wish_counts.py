"""How many wished for a mentor is seen by the officer who runs the round, and by nobody else: every page is walked."""

import io
import re
import uuid
import zipfile
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver

from taoli.common.policy import Role
from taoli.matching import services
from taoli.matching.models import ChoiceRound, MatchRun, Pairing, Wish
from taoli.roster.models import Student
from tests.matching.conftest import offer_all
from tests.world import CAST, START, World

# Three digits each, and no other figure of these pages is one of them: wished at all, wished first.
COUNTS = {"王敏": (127, 109), "李慧": (113, 0)}
OTHERS = 126
WALKED = ("matching", "documents", "home")


def plant(world: World, choice: ChoiceRound) -> None:
    """Let so many students wish that the counts are told apart from everything else."""
    room = world.classes["高一(1)班"]
    Student.objects.bulk_create(
        Student(school=world.school, number=f"P{n:03}", name=f"{chr(0x4E00 + n)}生", school_class=room)
        for n in range(OTHERS)
    )
    students = list(Student.objects.of(world.school).filter(left_on=None).order_by("number"))
    wished, first = COUNTS["王敏"]
    rows = []
    for place, student in enumerate(students):
        picks = ["王敏"] if place < first else ["周宁", "王敏"] if place < wished else []
        picks += ["李慧"] if place < COUNTS["李慧"][0] else []
        rows += [
            Wish(school=world.school, round=choice, student=student, mentor=world.staff[name], rank=rank)
            for rank, name in enumerate(picks, 1)
        ]
    Wish.objects.bulk_create(rows)


@pytest.fixture
def full_round(world: World, choice_round: ChoiceRound) -> MatchRun:
    """A draft of a round full of wishes."""
    plant(world, choice_round)
    offer_all(world, choice_round, 王敏=40, 李慧=40, 陈立=40, 周宁=40)
    return services.run_round(by=world.office, round_id=choice_round.pk, seed=7)


def addresses(world: World, run: MatchRun) -> Iterator[str]:
    """Every address of the walked apps, filled with this round's own rows."""
    pairing = Pairing.objects.of(world.school).first()
    ids = {"rounds": run.round_id, "runs": run.pk, "pairings": pairing.pk if pairing else uuid.uuid4()}
    student = world.students["林子涵"]
    for space in WALKED:
        _prefix, resolver = get_resolver().namespace_dict[space]
        base = f"/{_prefix}"
        for pattern in resolver.url_patterns:
            if isinstance(pattern, URLPattern):
                route = str(pattern.pattern)
                route = route.replace("<uuid:pk>", str(ids.get(route.split("/", maxsplit=1)[0], student.pk)))
                route = route.replace("<uuid:student>", str(student.pk)).replace("<int:number>", "1")
                route = route.replace("<uuid:mentor>", str(world.staff["王敏"].pk))
                yield base + re.sub("<[^>]+>", str(student.pk), route)


def told(client: Client, address: str) -> str:
    """The words of a page, or of the file it hands out; empty if refused.

    Without what numbers rows and people: ids, numbers of students, codes of the wall, the first column (序号) in Word.
    """
    answer = client.get(address)
    if answer.status_code != 200:
        return ""
    data = b"".join(answer) if answer.streaming else answer.content
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            data = b" ".join(book.read(name) for name in book.namelist() if name.endswith(".xml"))
    text = data.decode(errors="replace")
    text = re.sub(r"(<w:tr[ >](?:(?!</w:tc>).)*?<w:t[^>]*>)\d+(?=</w:t>)", r"\1", text, flags=re.DOTALL)
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|<b>\d+</b>|P\d{3}", "", text)


def seen_counts(text: str) -> set[int]:
    """Which planted counts stand in a text as numbers of their own, not as digits inside a random token."""
    planted = [count for pair in COUNTS.values() for count in pair if count]
    return {count for count in planted if re.search(rf"(?<![A-Za-z\d._-]){count}(?![A-Za-z\d_-])", text)}


def test_the_officer_does_see_them_so_that_the_walk_can_fail(world: World, full_round: MatchRun) -> None:
    page = told(world.client("孙悦"), f"/matching/runs/{full_round.pk}/mentors/{world.staff['王敏'].pk}/")
    assert seen_counts(page) == {127, 109}


@pytest.mark.parametrize("published", [False, True])
def test_nobody_else_sees_them_on_any_page_or_export(world: World, full_round: MatchRun, published: bool) -> None:
    if published:
        services.publish_run(by=world.office, run_id=full_round.pk, starts=START)
    else:
        services.move_seat(
            by=world.office,
            run_id=full_round.pk,
            student_id=world.students["林子涵"].pk,
            mentor_id=world.staff["陈立"].pk,
            reason="家长申请",
            override=True,
            edit=0,
        )
    pages = list(addresses(world, full_round))
    assert len(pages) > 40
    for role, name in CAST.items():
        if role is Role.MORAL_OFFICE:
            continue
        client = world.client(name)
        texts = {address: told(client, address) for address in pages}
        assert {address: seen for address, text in texts.items() if (seen := seen_counts(text))} == {}, role
        if role is Role.GRADE_LEAD:
            assert sum(bool(text) for text in texts.values()) > 12  # the walk is not a walk past closed doors
