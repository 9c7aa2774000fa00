import datetime as dt

from taoli.common import clock
from taoli.duties.models import Act
from taoli.evaluation.services import SessionFacts, keep_session
from tests.evaluation.honouring import train
from tests.neighbourhood.evenings import counts, evening
from tests.world import TODAY, World


def url(row: object) -> str:
    return f"/neighbourhood/evenings/{row.pk}/count/"  # type: ignore[attr-defined]


def test_the_paper_list_holds_and_the_mentor_has_given_one_lecture(world: World) -> None:
    row = evening(world, "高一(1)班", "高一(2)班")
    one, two = world.classes["高一(1)班"].pk, world.classes["高一(2)班"].pk
    client = world.client("孙悦")
    client.post(url(row), {str(one): 31, str(two): ""})
    assert sorted(counts(row), key=str) == [(0, 31, 0), (0, None, 0)]
    assert Act.objects.of(world.school).filter(kind="lecture", mentor=world.staff["王敏"]).count() == 1
    client.post(url(row), {str(one): 30, str(two): 12})
    assert Act.objects.of(world.school).filter(kind="lecture").count() == 1


def sources(world: World) -> list[str]:
    return list(Act.objects.of(world.school).filter(kind="lecture").values_list("source", flat=True))


def test_a_lecture_noted_under_training_too_counts_once_whichever_comes_first(world: World) -> None:
    row, counted = evening(world), {str(world.classes["高一(1)班"].pk): 31}
    world.client("孙悦").post(url(row), counted)
    assert sources(world) == ["parent_school"]
    noted = train(world, "李慧", mentor_id=world.staff["王敏"].pk, held_on=TODAY)
    assert sources(world) == ["training"]
    world.client("孙悦").post(url(row), counted)
    assert sources(world) == ["training"]
    facts = SessionFacts(TODAY, noted.theme, noted.kind, noted.hours, "别人", None, "")
    keep_session(by=world.office, facts=facts, took_part={}, pk=noted.pk, edit=noted.edit)
    assert sources(world) == ["parent_school"]


def test_a_homeroom_teacher_counts_the_own_class_only(world: World) -> None:
    row = evening(world, "高一(1)班", "高一(2)班")
    rooms = {str(world.classes[name].pk): 9 for name in ("高一(1)班", "高一(2)班")}
    world.client("李慧").post(url(row), rooms)
    assert sorted(counts(row), key=str) == [(0, 9, 0), (0, None, 0)]


def test_figures_no_class_can_have_and_days_to_come_are_refused(world: World) -> None:
    row, client = evening(world), world.client("孙悦")
    one = str(world.classes["高一(1)班"].pk)
    client.post(url(row), {one: 9000})
    later = evening(world, held_on=clock.today() + dt.timedelta(days=1))
    client.post(url(later), {one: 9})
    assert counts(row) == counts(later) == [(0, None, 0)]
    assert world.client("钱程").post(url(row), {one: 9}).status_code == 403
