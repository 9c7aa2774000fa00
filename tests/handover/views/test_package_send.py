from taoli.handover.models import Package
from taoli.handover.services.packages import draft_package
from tests.handover.sending import Two, drafted, form


def test_it_says_what_will_happen_and_sends_once(both: Two) -> None:
    package = drafted(both)
    url, office = f"/handover/packages/{package.pk}/send/", both.world.client("孙悦")
    assert "他们今天离开本校" in office.get(url).content.decode()
    said = form(edit=package.edit, reply_days=10)
    for _again in range(2):
        assert office.post(url, said)["Location"] == f"/handover/packages/{package.pk}/"
    package.refresh_from_db()
    assert (package.state, str(package.reply_by)) == ("sent", "2026-12-03")
    assert office.get(url).status_code == 302


def test_what_is_lacking_asks_for_a_reason(both: Two) -> None:
    student = both.world.students["吴桐"]
    package = draft_package(by=both.here, partner_id=both.partner.pk, student_ids=[student.pk], person="丁老师")
    url, office = f"/handover/packages/{package.pk}/send/", both.world.client("孙悦")
    page = office.post(url, form(edit=package.edit, reply_days=14)).content.decode()
    assert "吴桐 还缺内容" in page
    office.post(url, form(edit=package.edit, reply_days=14, nonetheless="导师已离校"))
    assert Package.objects.of(both.world.school).get().lacking_reason == "导师已离校"
