import pytest

from taoli.common.models import ViewLog
from taoli.handover.models import Package
from tests.handover.sending import Two, accepted, arrived, drafted, form, restricted, sent


def url(package: Package) -> str:
    return f"/handover/packages/{package.pk}/"


def test_it_says_what_is_lacking_and_logs_the_reading_of_words(both: Two) -> None:
    package = restricted(both, drafted(both, "林子涵", "周一诺"))
    student = both.world.students["周一诺"]
    student.strengths = []
    student.save()
    page = both.world.client("孙悦").get(url(package)).content.decode()
    assert "还没有写长处" in page
    assert "先听他把话说完" in page
    assert "限阅部分" in page
    assert "住处不宜外传" not in page
    assert ViewLog.objects.of(both.world.school).filter(noun="handover.farewell").count() == 1


def test_it_is_given_up(both: Two) -> None:
    package = drafted(both)
    office = both.world.client("孙悦")
    office.post(url(package), form(do="drop", edit=99), follow=True)
    package.refresh_from_db()
    assert package.state == "drafted"
    office.post(url(package), form(do="drop", edit=package.edit))
    package.refresh_from_db()
    assert package.state == "dropped"


def test_the_receipt_is_pasted_and_kept(both: Two) -> None:
    package = sent(both)
    office = both.world.client("孙悦")
    assert "这不是回执" in office.post(url(package), form(do="receipt", line="x")).content.decode()
    line = accepted(both, arrived(both, package)).receipt
    office.post(url(package), form(do="receipt", line=line))
    package.refresh_from_db()
    assert package.state == "received"
    assert "回执已到" in office.get(url(package)).content.decode()


@pytest.mark.parametrize("name", ["王敏", "钱程"])
def test_nobody_else_opens_it(both: Two, name: str) -> None:
    assert both.world.client(name).get(url(drafted(both))).status_code == 403


def test_a_school_without_address_gets_a_file(both: Two) -> None:
    package = sent(both)
    page = both.world.client("孙悦").post(url(package), form(do="deliver"), follow=True).content.decode()
    assert "请下载文件送去" in page


def test_another_schools_package_is_not_found(both: Two) -> None:
    package = drafted(both)
    Package.objects.of(both.world.school).filter(pk=package.pk).update(title="x")
    assert both.world.client("孙悦").get(f"/handover/packages/{both.partner.pk}/").status_code == 404
