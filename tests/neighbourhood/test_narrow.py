"""A mentor from outside has no route to anything but the students given: every address is tried."""

import uuid

from django.urls import NoReverseMatch, reverse

from taoli.common.pages import REGISTRY
from taoli.common.policy import POLICIES, Role
from taoli.config import urls
from tests.neighbourhood.views.test_my_students import give
from tests.world import World

assert urls.urlpatterns
# What everybody who is signed in may open: the own account, notices, what one is asked oneself.
OWN = ("accounts:", "notifications:", "home:me", "home:index", "evaluation:ballot_")
KINDS = (uuid.UUID(int=1), "2026-11-23", 1, "x")
NAMES = ("林子涵", "周一诺", "孙浩然", "钱多多", "吴桐", "林母")


def address(name: str) -> str | None:
    """Return an address of a page, its parts filled with something of each kind; None: it is mounted elsewhere."""
    for value in KINDS:
        for keys in (("pk",), ("student",), ("room",), ("code",), ("word",), ("key",), ()):
            try:
                return reverse(name, kwargs=dict.fromkeys(keys, value))
            except NoReverseMatch:
                continue
    return None


def test_every_page_of_another_is_shut_and_none_shows_a_name_that_was_not_given(world: World) -> None:
    give(world, "赵思源")
    client, open_pages = world.client("老秦"), []
    for name, page in REGISTRY.items():
        url = address(name)
        if url is None or page.permission == "public" or "GET" not in page.methods or name.startswith("rehearsal:"):
            continue
        answer = client.get(url)
        if answer.status_code == 200:
            open_pages.append(name)
            words = b"".join(answer) if answer.streaming else answer.content
            assert [one for one in NAMES if one in words.decode(errors="replace")] == [], name
        else:
            assert answer.status_code in {302, 403, 404}, name
    foreign = [one for one in open_pages if not one.startswith(OWN) and one != "neighbourhood:my_students"]
    assert [one for one in foreign if REGISTRY[one].permission != "signed_in"] == []


def test_no_table_of_the_school_but_two_names_the_social_mentor() -> None:
    granted = {
        noun for noun, table in POLICIES.items() for roles in table.actions.values() if Role.SOCIAL_MENTOR in roles
    }
    assert granted <= {"neighbourhood.companion", "neighbourhood.companion_note", "notifications.notice"}
