from taoli.common.policy import system
from taoli.handover.models import Partner
from taoli.handover.queries.keys import own_card, own_fingerprint
from taoli.handover.services.keys import ensure_keys
from tests.handover.sending import Two, form
from tests.world import World

URL = "/handover/partners/edit/"


def test_a_school_is_added_by_its_card_and_believed_after_comparing(world: World) -> None:
    ensure_keys(by=system(world.other.pk))
    office = world.client("孙悦")
    answer = office.post(URL, form(do="add", card=own_card(world.other.pk), contact="教导处"))
    row = Partner.objects.of(world.school).get()
    assert answer["Location"] == f"{URL}?partner={row.pk}"
    assert row.verified_on is None
    page = office.get(answer["Location"]).content.decode()
    assert own_fingerprint(world.other.pk) in page
    wrong = form(do="verify", edit=row.edit, how="phone", digits="1234512345")
    assert "数字不同" in office.post(answer["Location"], wrong).content.decode()
    office.post(
        answer["Location"],
        form(do="verify", edit=row.edit, how="phone", digits=own_fingerprint(world.other.pk)[-11:]),
    )
    row.refresh_from_db()
    assert (row.how, row.verified_by) == ("phone", world.staff["孙悦"])


def test_neither_or_both_and_garbled_cards_are_refused(world: World) -> None:
    office = world.client("孙悦")
    assert "请粘贴学校名片，或填学校代码" in office.post(URL, form(do="add")).content.decode()
    assert "这不是学校名片" in office.post(URL, form(do="add", card="hello")).content.decode()
    assert "没有用这个代码的其他学校" in office.post(URL, form(do="add", code="nowhere")).content.decode()
    assert not Partner.objects.of(world.school).exists()


def test_a_school_of_this_installation_by_its_code(world: World) -> None:
    world.client("孙悦").post(URL, form(do="add", code="linxiao"))
    row = Partner.objects.of(world.school).get()
    assert (row.inside, row.how) == (True, "inside")


def test_contact_and_end_and_resume(both: Two) -> None:
    office, pk = both.world.client("孙悦"), both.partner.pk
    here = f"{URL}?partner={pk}"
    office.post(here, form(do="change", edit=both.partner.edit, contact="何主任", address="https://b.example/"))
    row = Partner.objects.of(both.world.school).get()
    assert (row.contact, row.address) == ("何主任", "https://b.example")
    wrong = form(do="change", edit=row.edit, contact="", address="ftp://b")
    assert "https://" in office.post(here, wrong).content.decode()
    assert "刚才有别人改过" in office.post(here, form(do="end", edit=1), follow=True).content.decode()
    office.post(here, form(do="end", edit=row.edit))
    row.refresh_from_db()
    assert Partner.objects.of(both.world.school).exclude(ended_at=None).exists()
    office.post(here, form(do="resume", edit=row.edit))
    row.refresh_from_db()
    assert row.ended_at is None
    assert office.post(here, form(do="nonsense", edit=row.edit)).status_code == 404


def test_another_schools_partner_is_not_found(both: Two) -> None:
    assert both.world.client("孙悦").get(f"{URL}?partner={both.back.pk}").status_code == 404
