import pytest
from django.http import Http404

from taoli.notifications.models import Notice, Quiet
from taoli.notifications.queries.inbox import inbox_of, unread
from taoli.notifications.services.own import read_all, read_notice, set_quiet
from tests.notifications.conftest import at, tell
from tests.world import World


def test_reading_one_and_all(world: World) -> None:
    mentor = world.actor("王敏")
    for about in "ab":
        tell(world, about=about, link="/x/")
    tell(world, about="later", due=at(11, 24, 12))
    assert unread(mentor) == 2
    assert read_notice(by=mentor, pk=inbox_of(mentor)[0].pk) == "/x/"
    assert unread(mentor) == 1
    assert read_all(by=mentor) == 1
    assert (unread(mentor), len(inbox_of(mentor))) == (0, 2)


def test_another_persons_notice_is_not_there(world: World) -> None:
    tell(world, ["李慧"])
    pk = Notice.objects.of(world.school).get().pk
    with pytest.raises(Http404):
        read_notice(by=world.actor("王敏"), pk=pk)
    read_all(by=world.actor("王敏"))
    assert Notice.objects.of(world.school).get().read_at is None


@pytest.mark.parametrize("kind", ["", "step_due"])
def test_quiet_shows_no_mark_but_stays_in_the_list(world: World, kind: str) -> None:
    tell(world)
    set_quiet(by=world.actor("王敏"), channel="inbox", kinds=[kind, "nonsense"])
    assert (unread(world.actor("王敏")), len(inbox_of(world.actor("王敏")))) == (0, 1)
    set_quiet(by=world.actor("王敏"), channel="inbox", kinds=["paired_mentor"])
    assert unread(world.actor("王敏")) == 1
    assert Quiet.objects.of(world.school).count() == 1
