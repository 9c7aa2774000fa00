"""Forms of evaluation."""

from django import forms
from django.utils.translation import gettext_lazy as _


class AnswersForm(forms.Form):
    """A workbook of answers."""

    file = forms.FileField(
        label=_("Workbook with answers (.xlsx)"),
        help_text=_("Sheets 学生反馈 and 家长反馈: 导师工号, 导师姓名, 分数 1 to 5. No names of students or parents."),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )


class TickForm(forms.Form):
    """An assessor's word on one item."""

    item = forms.SlugField(max_length=40)
    good = forms.ChoiceField(choices=[("yes", "yes"), ("no", "no")], required=False)
