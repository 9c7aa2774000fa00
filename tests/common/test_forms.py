"""Forms over a school's rows."""

from django import forms

from taoli.common.forms import TenantForm
from taoli.roster.models import Grade, SchoolClass
from tests.world import World


class ClassForm(TenantForm[SchoolClass]):
    class Meta:
        model = SchoolClass
        fields = ("name", "grade", "number")


def filled(world: World, **changes: object) -> ClassForm:
    data = {"name": "高一(9)班", "grade": world.grades["高一"].pk, "number": 9, **changes}
    return ClassForm(data, actor=world.office)


def test_new_row_lands_in_the_actor_s_school(world: World) -> None:
    form = filled(world)
    assert form.is_valid(), form.errors
    assert form.save().school == world.school


def test_duplicate_name_is_a_sentence_not_a_crash(world: World) -> None:
    form = filled(world, name="高一(1)班")
    assert not form.is_valid()
    assert len(form.non_field_errors()) == 1


def test_same_name_in_another_school_is_no_duplicate(world: World) -> None:
    SchoolClass.objects.create(
        school=world.other, name="高一(9)班", grade=Grade.objects.of(world.other).get(), number=9
    )
    assert filled(world).is_valid()


def test_choices_stay_inside_the_school(world: World) -> None:
    field = filled(world).fields["grade"]
    assert isinstance(field, forms.ModelChoiceField)
    assert field.queryset is not None
    assert {row.name for row in field.queryset} == {"高一", "高二"}
    stranger = Grade.objects.of(world.other).get()
    assert "grade" in filled(world, grade=stranger.pk).errors
