from taoli.handover.models import Package
from tests.handover.sending import Two, form
from tests.world import World

URL = "/handover/packages/new/"


def test_without_a_school_the_page_says_what_to_do(world: World) -> None:
    assert "没有可发送的学校" in world.client("孙悦").get(URL).content.decode()


def test_a_class_or_one_student(both: Two) -> None:
    office, room = both.world.client("孙悦"), both.world.classes["高一(1)班"]
    said = {"partner": str(both.partner.pk), "person": "丁老师"}
    assert "请选择班级，或填一个学号" in office.post(URL, form(**said)).content.decode()
    both_said = form(**said, room=str(room.pk), number="S001")
    assert "请选择班级，或填一个学号" in office.post(URL, both_said).content.decode()
    assert "没有学号为 X99 的学生" in office.post(URL, form(**said, number="X99")).content.decode()
    answer = office.post(URL, form(**said, number="S001"))
    package = Package.objects.of(both.world.school).get()
    assert answer["Location"] == f"/handover/packages/{package.pk}/"
    assert "林子涵 已在另一个档案包里" in office.post(URL, form(**said, room=str(room.pk))).content.decode()


def test_a_whole_class_carries_its_name(both: Two) -> None:
    room = both.world.classes["高一(2)班"]
    said = form(partner=str(both.partner.pk), person="丁老师", room=str(room.pk))
    both.world.client("孙悦").post(URL, said)
    package = Package.objects.of(both.world.school).get()
    assert (package.scope, package.title, package.students.of(both.world.school).count()) == ("class", "高一(2)班", 2)
