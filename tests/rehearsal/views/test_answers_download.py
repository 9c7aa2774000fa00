import io

import openpyxl
import pytest
from django.test import Client

from taoli.common.models import School
from taoli.evaluation.readers.answers import read_answers
from taoli.rehearsal.queries.answers import answers_file
from taoli.roster.models import Staff
from tests.duties.school import settle
from tests.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def school(world: World) -> School:
    settle(world)
    world.school.code = "taoli-demo"
    world.school.save()
    return world.school


def test_the_workbook_is_one_that_evaluation_reads_without_a_problem(
    demo: None, school: School, client: Client
) -> None:
    answer = client.get("/demo/answers.xlsx")
    assert answer.status_code == 200
    mentors = {one.number: (one.pk, one.name) for one in Staff.objects.of(school)}
    found = read_answers(answer.content, mentors, {"student": 5, "guardian": 5})
    assert found.problems == []
    assert set(found.answers) == {"student", "guardian"}


def test_the_same_seed_gives_the_same_answers(school: School) -> None:
    assert rows(answers_file("taoli-demo", 7)) == rows(answers_file("taoli-demo", 7))


def rows(data: bytes) -> list[list[tuple[object, ...]]]:
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    return [list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets]


def test_there_is_none_before_the_school_is_loaded(demo: None, client: Client) -> None:
    assert client.get("/demo/answers.xlsx").status_code == 404


def test_another_machine_gets_none(demo: None, school: School, client: Client) -> None:
    assert client.get("/demo/answers.xlsx", REMOTE_ADDR="10.0.0.8").status_code == 404
