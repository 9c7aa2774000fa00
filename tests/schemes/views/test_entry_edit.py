from typing import Any

from django.test import Client

from taoli.schemes.models import SchemeVersion
from taoli.schemes.queries import rules
from tests.schemes.conftest import TYPED
from tests.world import World


def url(row: SchemeVersion, section: str, name: str) -> str:
    return f"/schemes/{row.pk}/edit/{section}/{name}/"


def as_shown(client: Client, address: str) -> dict[str, Any]:
    """Return what a browser would send of the form as it stands."""
    form = client.get(address).context["form"]
    values = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in values.items() if value not in (None, False)}


def change(world: World, row: SchemeVersion, section: str, name: str, **typed: Any) -> Any:
    client, address = world.client("孙悦"), url(row, section, name)
    answer = client.post(address, as_shown(client, address) | typed)
    row.refresh_from_db()
    return answer


def test_cadence_of_a_requirement_is_lowered_by_form(world: World, ready: SchemeVersion) -> None:
    answer = change(world, ready, "duties", "individual", per="two_weeks")
    assert answer["Location"] == f"/schemes/{ready.pk}/edit/duties/"
    assert ready.changes == {**TYPED, "duties.individual.per": "two_weeks"}
    assert rules(ready).duty("individual").clause_of("per").rule == "local"
    assert rules(ready).duty("individual").clause_of("times").rule == "TG-19"


def test_back_to_the_text_is_no_change(world: World, ready: SchemeVersion) -> None:
    change(world, ready, "duties", "individual", per="two_weeks")
    change(world, ready, "duties", "individual", per="month")
    assert ready.changes == TYPED


def test_a_new_requirement_is_the_schools_own_as_a_whole(world: World, ready: SchemeVersion) -> None:
    given = {"label": "家访", "subject": "family", "kinds": ["home_visit"], "times": 1, "per": "term"}
    change(world, ready, "duties", "new", **given)
    new = rules(ready).duties[-1]
    assert (new.label, new.key, new.clause.ref) == ("家访", "own_1", "校本补充")
    change(world, ready, "duties", "own_1", times=2)
    assert rules(ready).duties[-1].times == 2
    assert set(ready.changes) == {*TYPED, "duties.own_1"}


def test_a_step_and_a_role_are_added_by_their_own_name(world: World, ready: SchemeVersion) -> None:
    change(world, ready, "steps", "agreement", by=["mentor", "student"])
    assert [step.kind for step in rules(ready).steps][-1] == "agreement"
    change(world, ready, "capacity", "subject_teacher", min=2, max=6)
    assert rules(ready).capacity["subject_teacher"].max == 6  # type: ignore[index]
    assert world.client("孙悦").get(url(ready, "steps", "new")).status_code == 404


def test_points_change_together_or_not_at_all(world: World, ready: SchemeVersion) -> None:
    refused = change(world, ready, "items", "register", points=15)
    assert "各项合计 105 分，满分却是 100 分，请改成一致。" in refused.content.decode()
    other = "appraisal__items__student_feedback__points"
    scheme = rules(ready)
    assert scheme.appraisal is not None
    assert scheme.appraisal.items[0].key == "register"
    assert other in as_shown(world.client("孙悦"), url(ready, "items", "register"))
    change(world, ready, "items", "register", points=15, appraisal__full=105)
    assert rules(ready).appraisal.full == 105  # type: ignore[union-attr]


def test_another_method_brings_its_own_fields_first(world: World, ready: SchemeVersion) -> None:
    client, address = world.client("孙悦"), url(ready, "items", "register")
    data = as_shown(client, address) | {"method__method": "assessor"}
    page = client.post(address, data)
    assert page.status_code == 200
    assert 'name="method__who"' in page.content.decode()
    assert "data-errors" not in page.content.decode()
    ready.refresh_from_db()
    assert ready.changes == TYPED
    again = data | {"method__shown": "assessor", "method__who": "moral_office"}
    assert client.post(address, again).status_code == 302
    ready.refresh_from_db()
    assert ready.changes["appraisal.items.register.method"] == {"method": "assessor", "who": "moral_office"}


def test_an_item_goes_when_its_points_go_elsewhere(world: World, ready: SchemeVersion) -> None:
    answer = change(world, ready, "items", "register", out="1")
    assert "各项合计" in answer.content.decode()
    change(world, ready, "items", "register", out="1", appraisal__full=90)
    assert ready.changes["appraisal.items.register"] is None


def test_stars_and_weights_are_rows(world: World, ready: SchemeVersion) -> None:
    given = {"label": "星级导师", "kind": "stars", "levels__0__level": 1, "levels__0__label": "一星导师"}
    change(world, ready, "honours", "new", **given, levels__0__criteria="家长满意\n学生满意")
    assert ready.changes["appraisal.honours.own_1"]["levels"] == [
        {"level": 1, "label": "一星导师", "criteria": ["家长满意", "学生满意"]}
    ]


def test_a_problem_stands_at_its_field(world: World, ready: SchemeVersion) -> None:
    page = change(world, ready, "duties", "individual", aim=1, times=2).content.decode()
    assert "要求 2 次，目标却是 1 次" in page
    assert 'name="times" value="2"' in page


def test_unknown_entries_and_frozen_versions(world: World, published: SchemeVersion, draft: SchemeVersion) -> None:
    client = world.client("孙悦")
    published.refresh_from_db()
    assert client.get(url(published, "duties", "individual")).status_code == 302


def test_nothing_of_that_name(world: World, ready: SchemeVersion) -> None:
    client = world.client("孙悦")
    for section, name in (("duties", "nobody"), ("cycle", "weeks"), ("nothing", "new")):
        assert client.get(url(ready, section, name)).status_code == 404
