from taoli.common.models import ViewLog
from taoli.handover.models import PackageStudent
from tests.handover.sending import Two, drafted, form, restricted


def test_it_is_sealed_and_opened_again_with_a_log(both: Two) -> None:
    package = drafted(both)
    student = both.world.students["林子涵"]
    url = f"/handover/packages/{package.pk}/students/{student.pk}/"
    office = both.world.client("孙悦")
    said = form(edit=package.edit, restricted="住处不宜外传")
    assert "要写理由" in office.post(url, said).content.decode()
    office.post(url, form(edit=package.edit, restricted="住处不宜外传", restricted_reason="联系家长时要知道"))
    assert PackageStudent.objects.of(both.world.school).get().sealed_text
    assert "住处不宜外传" in office.get(url).content.decode()
    assert ViewLog.objects.of(both.world.school).filter(noun="handover.package_student").count() == 1


def test_a_student_who_is_not_in_it_is_not_found(both: Two) -> None:
    package = restricted(both, drafted(both))
    other = both.world.students["吴桐"]
    client = both.world.client("孙悦")
    assert client.get(f"/handover/packages/{package.pk}/students/{other.pk}/").status_code == 404
