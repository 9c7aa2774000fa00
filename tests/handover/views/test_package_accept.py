from taoli.handover.models import Arrival
from taoli.roster.models import Student
from tests.handover.sending import Two, form
from tests.handover.views.test_package_preview import waiting


def test_a_class_and_a_number_then_the_student_is_here(both: Two) -> None:
    row, url, office = waiting(both)
    room = both.world.classes["高一(1)班"]
    assert "本校学号" in office.get(f"{url}accept/").content.decode()
    missing = office.post(f"{url}accept/", form(edit=row.edit, number1="N77")).content.decode()
    assert "请为" in missing
    office.post(f"{url}accept/", form(edit=row.edit, number1="N77", room1=str(room.pk)))
    assert Student.objects.of(both.world.school).get(number="N77").school_class == room
    assert Arrival.objects.of(both.world.school).get().state == "accepted"
    assert office.get(f"{url}accept/").status_code == 302


def test_somebody_of_the_same_name_is_asked_about_and_linked(both: Two) -> None:
    assert both.world.stranger is not None
    child = both.world.students["吴桐"]
    child.name = both.world.stranger.name
    child.save()
    row, url, office = waiting(both)
    page = office.get(f"{url}accept/").content.decode()
    assert "是本校已有的学生吗" in page
    office.post(f"{url}accept/", form(edit=row.edit, link1=str(child.pk)))
    assert Student.objects.of(both.world.school).filter(name=child.name).count() == 1
    assert Arrival.objects.of(both.world.school).get().state == "accepted"


def test_a_taken_number_is_said(both: Two) -> None:
    row, url, office = waiting(both)
    room = both.world.classes["高一(1)班"]
    said = form(edit=row.edit, number1="S001", room1=str(room.pk))
    assert "学号 S001 已被使用" in office.post(f"{url}accept/", said).content.decode()
