from taoli.home.queries.desk import students_without_mentor
from taoli.matching import services
from taoli.roster.models import Student
from tests.matching.conftest import publish_preset
from tests.world import World


def test_where_students_are_listed_only_they_can_lack_a_mentor(world: World) -> None:
    Student.objects.of(world.school).update(mentor=None)
    assert students_without_mentor(world.office) == 6
    publish_preset(world, "listed-mentees")
    assert students_without_mentor(world.office) == 0
    choice = services.open_round(by=world.office, name="受导学生")
    services.list_students(by=world.office, round_id=choice.pk, reasons={world.students["吴桐"].pk: ""})
    assert students_without_mentor(world.office) == 1
