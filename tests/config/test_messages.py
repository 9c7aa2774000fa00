from pathlib import Path

import pytest
from django.utils.translation import gettext, override

from taoli.config.messages import Use, in_python, in_template, merge, missing, write

SAVE = 'msgid "Save"\nmsgstr "保存"\n'
ROWS = 'msgid "%(n)s row"\nmsgid_plural "%(n)s rows"\nmsgstr[0] "%(n)s 行"\n'


def checkout(root: Path, *, code: str = "", **catalogues: str) -> Path:
    (root / "taoli" / "x").mkdir(parents=True)
    (root / "taoli" / "x" / "models.py").write_text(code)
    folder = root / "locale" / "zh_Hans"
    folder.mkdir(parents=True)
    for app, text in catalogues.items():
        (folder / f"{app}.po").write_text(text)
    return root


def test_python_messages_are_found_under_every_name_of_gettext() -> None:
    code = (
        'a = _("one")\nb = gettext_lazy("two" " halves")\nc = ngettext("%(n)s row", "%(n)s rows", n)\n'
        'd = translation.pgettext("month", "May")\ne = _(unknown)\nf = other("no")\n'
    )
    assert list(in_python(code, "m.py")) == [
        Use("m.py:1", "one"),
        Use("m.py:2", "two halves"),
        Use("m.py:3", "%(n)s row", plural="%(n)s rows"),
        Use("m.py:4", "May", context="month"),
    ]


def test_template_messages_are_found_in_tags_variables_and_components() -> None:
    template = (
        '{% translate "Go" %}{% translate "May" context "month" %}{{ _("now") }}<c-button :label="_(\'Press\')" />'
        "{% blocktranslate trimmed with name=x %}\n  Dear {{ name }}\n{% endblocktranslate %}it's"
        "{% blocktranslate count n=many %}{{ n }} row{% plural %}{{ n }} rows{% endblocktranslate %}"
    )
    assert list(in_template(template, "t.html")) == [
        Use("t.html", "Go"),
        Use("t.html", "May", context="month"),
        Use("t.html", "now"),
        Use("t.html", "Dear %(name)s"),
        Use("t.html", "%(n)s row", plural="%(n)s rows"),
        Use("t.html", "Press"),
    ]


def test_nothing_is_missing_when_every_message_has_its_chinese(tmp_path: Path) -> None:
    root = checkout(tmp_path, code='_("Save")\nngettext("%(n)s row", "%(n)s rows", 2)\n', x=SAVE, y=ROWS)
    assert missing(root) == []


@pytest.mark.parametrize(
    ("code", "catalogue", "fault"),
    [
        ('_("Gone")', SAVE, "taoli/x/models.py:1: 'Gone' has no Chinese"),
        ('_("Save")', 'msgid "Save"\nmsgstr ""\n', "taoli/x/models.py:1: 'Save' has no Chinese"),
        ('_("Save")', f"#, fuzzy\n{SAVE}", "'Save': fuzzy"),
        (
            '_("%s left")',
            'msgid "%s left"\nmsgstr "剩 %s"\n',
            "taoli/x/models.py:1: '%s left' has an unnamed placeholder; write %(name)s",
        ),
        (
            '_("Dear %(name)s")',
            'msgid "Dear %(name)s"\nmsgstr "您好"\n',
            "taoli/x/models.py:1: the Chinese of 'Dear %(name)s' loses name",
        ),
        ('_("Save")', 'msgid "Save"\nmsgstr "保存%(it)s"\n', "taoli/x/models.py:1: the Chinese of 'Save' invents it"),
    ],
)
def test_a_bad_translation_is_said_in_one_sentence(tmp_path: Path, code: str, catalogue: str, fault: str) -> None:
    assert missing(checkout(tmp_path, code=code, x=catalogue)) == [fault]


def test_one_message_translated_in_two_ways_is_refused_with_both_files(tmp_path: Path) -> None:
    root = checkout(tmp_path, x=SAVE, y=SAVE.replace("保存", "存下"))
    with pytest.raises(ValueError, match=r"'Save': '保存' in x\.po, '存下' in y\.po"):
        merge(root / "locale" / "zh_Hans")


def test_the_same_translation_in_two_catalogues_is_one_message(tmp_path: Path) -> None:
    assert len(merge(checkout(tmp_path, x=SAVE, y=SAVE) / "locale" / "zh_Hans")) == 1


def test_the_compiled_catalogue_is_what_django_reads(tmp_path: Path) -> None:
    file = write(checkout(tmp_path, x=SAVE, y=ROWS) / "locale" / "zh_Hans")
    assert file == tmp_path / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.mo"
    assert "保存".encode() in file.read_bytes()


def test_the_products_own_messages_are_chinese_once_compiled() -> None:
    first = next(message for message in merge() if message.id == "mentor")
    with override("zh-hans"):
        assert gettext("mentor") == first.string
