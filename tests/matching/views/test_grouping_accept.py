from taoli.matching import services
from taoli.matching.models import ChoiceRound, Grouping
from taoli.matching.services import Ask
from taoli.roster.models import Group, GroupMember
from tests.world import TODAY, World


def drafted(world: World, choice: ChoiceRound, count: int = 1) -> Grouping:
    room = world.classes["高一(1)班"].pk
    return services.draft_groups(by=world.actor("李慧"), round_id=choice.pk, room_id=room, ask=Ask(count=count))


def test_accepted_groups_stand_in_the_roster_and_the_draft_forgets(world: World, group_round: ChoiceRound) -> None:
    row = drafted(world, group_round)
    client, url = world.client("李慧"), f"/matching/groupings/{row.pk}/accept/"
    Grouping.objects.of(world.school).filter(pk=row.pk).update(values={"x": {"score": 1}})
    page = client.post(url, {"edit": "0"}, follow=True).content.decode()
    assert "已采用：1 个小组从今天起记入名册。" in page
    row.refresh_from_db()
    assert (row.state, row.values) == ("accepted", {})
    live = GroupMember.objects.of(world.school).filter(group__school_class=world.classes["高一(1)班"], ends=None)
    assert set(live.values_list("group__name", flat=True)) == {"第1组"}
    assert live.count() == 3
    assert Group.objects.of(world.school).get(name="远山组").closed_on == TODAY
    assert "这份分组已经采用或作废" in client.post(url, {"edit": "0"}, follow=True).content.decode()


def test_who_is_in_no_group_stops_it_by_name(world: World, group_round: ChoiceRound) -> None:
    row = drafted(world, group_round)
    new = world.students["钱多多"]
    new.school_class = world.classes["高一(1)班"]
    new.save()
    page = world.client("李慧").post(f"/matching/groupings/{row.pk}/accept/", {"edit": "0"}, follow=True)
    assert "还没有分到小组：钱多多。请先把他们放进小组。" in page.content.decode()
    assert Grouping.objects.of(world.school).get().state == "draft"


def test_a_stale_page_does_not_accept(world: World, group_round: ChoiceRound) -> None:
    row = drafted(world, group_round)
    page = world.client("李慧").post(f"/matching/groupings/{row.pk}/accept/", {}, follow=True).content.decode()
    assert "刚才有人改过分组" in page


def test_another_classs_draft_is_not_found(world: World, group_round: ChoiceRound) -> None:
    room = world.classes["高二(1)班"].pk
    row = services.draft_groups(by=world.office, round_id=group_round.pk, room_id=room, ask=Ask(count=1))
    assert world.client("李慧").post(f"/matching/groupings/{row.pk}/accept/", {"edit": "0"}).status_code == 404
