from taoli.matching import services
from taoli.matching.models import ChoiceRound, GroupClaim
from tests.world import START, World


def url(choice: ChoiceRound) -> str:
    return f"/matching/rounds/{choice.pk}/claim/"


def claims(world: World) -> set[tuple[str, str]]:
    return set(GroupClaim.objects.of(world.school).values_list("mentor__name", "group__name"))


def test_mentor_claims_groups_of_the_grades_taught(world: World, claim_round: ChoiceRound) -> None:
    for student in world.students.values():
        student.layer = "学困"
        student.save()
    client = world.client("王敏")
    assert "认领小组" in client.get("/matching/pairings/").content.decode()
    page = client.get(url(claim_round)).content.decode()
    assert "林子涵、周一诺" in page
    assert "春笋组" in page
    assert "学困" not in page
    chosen = [str(world.groups[one].pk) for one in ("朝阳组", "春笋组")]
    client.post(url(claim_round), {"do": "claim", "group": chosen})
    client.post(url(claim_round), {"do": "claim", "group": chosen[:1]})
    assert claims(world) == {("王敏", "朝阳组")}
    client.post(url(claim_round), {"do": "claim"})
    assert claims(world) == set()


def test_nobody_sees_what_others_claim(world: World, claim_round: ChoiceRound) -> None:
    services.claim_groups(
        by=world.office,
        round_id=claim_round.pk,
        mentor_id=world.staff["李慧"].pk,
        group_ids=[world.groups["朝阳组"].pk],
    )
    page = world.client("王敏").get(url(claim_round), {"mentor": str(world.staff["李慧"].pk)}).content.decode()
    assert "checked" not in page
    assert "李慧" not in page


def test_groups_of_classes_one_may_not_take_are_refused(world: World, claim_round: ChoiceRound) -> None:
    page = world.client("孙悦").get(url(claim_round), {"mentor": str(world.staff["周宁"].pk)}).content.decode()
    assert "朝阳组" not in page
    address = f"{url(claim_round)}?mentor={world.staff['周宁'].pk}"
    sent = {"do": "claim", "group": str(world.groups["朝阳组"].pk)}
    answer = world.client("孙悦").post(address, sent, follow=True).content.decode()
    assert "有的小组不在这位导师可认领的范围内" in answer
    assert claims(world) == set()


def test_office_writes_for_somebody(world: World, claim_round: ChoiceRound) -> None:
    address = f"{url(claim_round)}?mentor={world.staff['李慧'].pk}"
    world.client("孙悦").post(address, {"do": "claim", "group": str(world.groups["远山组"].pk)})
    assert claims(world) == {("李慧", "远山组")}


def test_a_mentor_writes_for_nobody_else(world: World, claim_round: ChoiceRound) -> None:
    address = f"{url(claim_round)}?mentor={world.staff['李慧'].pk}"
    world.client("王敏").post(address, {"do": "claim", "group": str(world.groups["远山组"].pk)})
    assert claims(world) == {("王敏", "远山组")}


def test_own_group_gets_a_name_and_others_do_not(world: World, claim_round: ChoiceRound) -> None:
    own = world.groups["朝阳组"]
    services.claim_groups(
        by=world.actor("王敏"), round_id=claim_round.pk, mentor_id=world.staff["王敏"].pk, group_ids=[own.pk]
    )
    run = services.run_round(by=world.office, round_id=claim_round.pk, seed=1)
    services.publish_run(by=world.office, run_id=run.pk, starts=START)
    client = world.client("王敏")
    client.post(url(claim_round), {"do": "name", "group": str(own.pk), "name": "向日葵组"})
    own.refresh_from_db()
    assert own.name == "向日葵组"
    assert "向日葵组" in client.get(url(claim_round)).content.decode()
    for name, sentence in (("远山组", "这个班已经有叫“远山组”的小组了"), ("", "请给小组起一个不超过 40 个字的名字。")):
        sent = {"do": "name", "group": str(own.pk), "name": name}
        assert sentence in client.post(url(claim_round), sent, follow=True).content.decode()
    other = {"do": "name", "group": str(world.classes["高二(1)班"].pk), "name": "别人的"}
    assert "这不是您指导的小组。" in client.post(url(claim_round), other, follow=True).content.decode()


def test_without_the_step_or_before_it_no_names_are_shown(
    world: World, assigned_round: ChoiceRound, group_round: ChoiceRound
) -> None:
    for choice in (assigned_round, group_round):
        page = world.client("王敏").get(url(choice)).content.decode()
        assert "林子涵" not in page
        assert "没有可以认领的小组" in page


def test_another_schools_round_is_not_found(world: World, next_door: ChoiceRound) -> None:
    assert world.client("王敏").get(url(next_door)).status_code == 404
