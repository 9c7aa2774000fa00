import uuid

from django.utils import timezone

from taoli.matching.models import ChoiceRound
from taoli.schemes.models import SchemeVersion
from tests.world import World

URL = "/matching/rounds/new/"


def test_round_is_opened_once_even_when_sent_twice(world: World, chosen: SchemeVersion) -> None:
    client = world.client("孙悦")
    form = {"name": "秋季", "term": world.term.pk, "unit": "student", "closes": "2026-11-30", "op": str(uuid.uuid4())}
    first, second = client.post(URL, form), client.post(URL, form)
    choice = ChoiceRound.objects.of(world.school).get()
    assert first["Location"] == second["Location"] == f"/matching/rounds/{choice.pk}/"
    closes = choice.steps.of(world.school).get(kind="student_choice").closes
    assert timezone.localtime(closes).isoformat() == "2026-11-30T23:59:00+08:00"


def test_name_used_twice_is_a_sentence_and_the_typed_name_is_kept(world: World, assigned_round: ChoiceRound) -> None:
    form = {"name": "2026年秋结对", "term": world.term.pk, "unit": "study_group"}
    page = world.client("孙悦").post(URL, form).content.decode()
    assert "本学期已经有叫“2026年秋结对”的一轮了，请换个名称。" in page
    assert 'value="2026年秋结对"' in page


def test_closing_day_is_asked_only_where_students_choose(world: World, taigu: SchemeVersion) -> None:
    page = world.client("孙悦").get(URL).content.decode()
    assert "按学习小组" in page
    assert "学生选择到哪一天" not in page


def test_without_a_scheme_the_reason_is_told(world: World) -> None:
    assert "先要有实施方案" in world.client("孙悦").get(URL).content.decode()
