"""What stands before every page."""

import pytest
from django.test import Client
from django.urls import get_resolver

from taoli.common.pages import REGISTRY, opens
from tests.world import World

ROSTER = "/roster/students/"


@pytest.fixture(autouse=True)
def _all_views_loaded() -> None:
    get_resolver().url_patterns  # noqa: B018 loads every view


def test_anonymous_is_sent_to_sign_in_and_back(world: World) -> None:
    answer = Client().get(ROSTER, {"q": "林"})
    assert (answer.status_code, answer["Location"]) == (302, "/sign-in/?next=/roster/students/%3Fq%3D%25E6%259E%2597")


def test_part_of_a_page_tells_htmx_where_to_sign_in(world: World) -> None:
    answer = Client().get(ROSTER, headers={"HX-Request": "true"})
    assert (answer.status_code, answer["HX-Redirect"]) == (401, "/sign-in/?next=/roster/students/")


def test_role_without_the_permission_gets_403(world: World) -> None:
    assert world.client("郑明").get(ROSTER).status_code == 403


def test_other_method_gets_405(world: World) -> None:
    assert world.client("孙悦").delete(ROSTER).status_code == 405


def test_people_s_data_are_not_kept_by_the_browser(world: World) -> None:
    assert world.client("孙悦").get(ROSTER)["Cache-Control"] == "no-store, private"


def test_links_are_shown_only_if_they_open(world: World) -> None:
    assert opens(world.office, "roster:student_list")
    assert not opens(world.actor("郑明"), "roster:student_list")
    assert not opens(None, "roster:student_list")
    assert not opens(world.office, "care:not_there")


@pytest.mark.parametrize("name", ["accounts:sign_in", "roster:student_list"])
def test_pages_are_registered_under_their_one_name(world: World, name: str) -> None:
    assert REGISTRY[name].name == name
