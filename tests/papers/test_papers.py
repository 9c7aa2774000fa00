"""Every form, opened by LibreOffice and set by typst: all words are on it, nothing is lost over pages, and it looks
as it did when somebody last looked at it.
"""

import csv
import re

import pytest
from PIL import Image

from taoli.documents.official.layout import Rows
from taoli.documents.official.registry import forms
from taoli.engine.scheme.reading import load_preset
from tests.documents.every_part import FRAME
from tests.papers.elsewhere import COLUMNS, UNPRINTED, WORDS
from tests.papers.gallery import MOST, SHEET, difference, file_of, index, stored_index
from tests.papers.making import KINDS, LONG, Papers, all_forms, lengthened, planted, records, squeezed
from tools.prepare import ROOT

EACH = [(key, kind) for key in all_forms() for kind in KINDS]
PRESETS = {file.parent.name: load_preset(file.parent) for file in sorted((ROOT / "presets").glob("*/scheme.yaml"))}
PRINTED_BY: dict[str, list[str]] = {}
for one in forms().values():
    for name in {one.key, *one.keys_of_scheme}:
        PRINTED_BY.setdefault(name, []).append(one.key)
PUBLISHED = [
    (preset, form.key, column)
    for preset, scheme in PRESETS.items()
    for form in scheme.forms
    for column in form.columns
    if form.key in PRINTED_BY
]
HAN = re.compile(r"[\u4e00-\u9fff]{2,}")


def rule_words() -> list[tuple[str, str]]:
    """Return each Chinese word that a rule with a form's fields names after its colon."""
    with (ROOT / "presets" / "rules.csv").open(encoding="utf-8", newline="") as file:
        texts = {row["id"]: row["rule"].partition(":")[2] for row in csv.DictReader(file) if row["type"] == "REC"}
    rules = sorted({rule for form in forms().values() for rule in form.rules} - WORDS.keys())
    return [(rule, word) for rule in rules for word in dict.fromkeys(HAN.findall(texts.get(rule, "")))]


def stands(papers: Papers, keys: list[str], word: str) -> bool:
    """Say whether a word stands on one of the forms, in Word and in PDF."""
    return any(all(word in "".join(papers.short[key, kind].pages) for kind in KINDS) for key in keys)


@pytest.mark.parametrize(("key", "kind"), EACH)
def test_every_label_and_every_value_is_on_the_paper(papers: Papers, key: str, kind: str) -> None:
    form = all_forms()[key]
    text = "".join(papers.short[key, kind].pages)
    footer = f"由{FRAME['who']}于{FRAME['when']}打印"
    text = re.sub(rf"{re.escape(squeezed(footer))}第\d+页共\d+页", "", text)
    assert [one for one in planted(form) if squeezed(one) not in text] == []


@pytest.mark.parametrize(("key", "kind"), EACH)
def test_each_page_says_which_of_how_many_it_is(papers: Papers, key: str, kind: str) -> None:
    pages = papers.short[key, kind].pages
    said = [f"第{no}页共{len(pages)}页" in page for no, page in enumerate(pages, 1)]
    assert said == [not all_forms()[key].ceremonial] * len(pages)


@pytest.mark.parametrize(("preset", "form", "column"), PUBLISHED)
def test_every_column_a_scheme_publishes_is_on_its_form(papers: Papers, preset: str, form: str, column: str) -> None:
    assert stands(papers, PRINTED_BY[form], squeezed(column)) is not ((preset, form, column) in COLUMNS)


@pytest.mark.parametrize(("rule", "word"), rule_words())
def test_every_field_a_rule_gives_is_on_a_form_that_names_the_rule(papers: Papers, rule: str, word: str) -> None:
    keys = [key for key, form in forms().items() if rule in form.rules]
    assert stands(papers, keys, word) is not ((rule, word) in WORDS)


@pytest.mark.parametrize("preset", PRESETS)
def test_every_form_a_scheme_names_is_printed_or_kept_by_the_office(preset: str) -> None:
    named = [form for form in PRESETS[preset].forms if not form.kept_by_office]
    lacking = {(preset, form.key) for form in named if form.key not in PRINTED_BY}
    assert lacking == {place for place in UNPRINTED if place[0] == preset}


@pytest.mark.parametrize(("key", "kind"), EACH)
def test_four_hundred_records_flow_with_their_heads_and_none_is_lost(papers: Papers, key: str, kind: str) -> None:
    form = all_forms()[key]
    table = next((part for part in form.parts if isinstance(part, Rows)), None)
    pages = papers.long[key, kind].pages
    if table is None or not any(col.name for col in table.cols):
        assert len(pages) >= len(papers.short[key, kind].pages)
        return
    whole = "".join(pages)
    many = records(key, kind)
    assert all(str(no) in whole for no in range(1, many + 1))
    first = next(at for at, page in enumerate(pages) if "42" in page)
    last = next(at for at, page in enumerate(pages) if str(many - 1) in page)
    assert last - first >= 2
    heads = [squeezed(col.head) for col in table.cols]
    assert [no for no in range(first, last + 1) if any(head not in pages[no] for head in heads)] == []


@pytest.mark.parametrize(("key", "kind"), EACH)
def test_long_texts_are_whole(papers: Papers, key: str, kind: str) -> None:
    data = lengthened(all_forms()[key], 1)
    wanted = sum(1 for value in data.values() if value == LONG)
    # A footer may stand in the middle of a sentence that runs over to the next page.
    found = "".join(papers.long[key, kind].pages).count("一学期里看到和想到的")
    assert found >= wanted * (LONG.count("一学期里看到和想到的") - 3)


@pytest.mark.parametrize(("key", "kind"), EACH)
def test_it_looks_as_it_did(papers: Papers, key: str, kind: str) -> None:
    with Image.open(file_of(key, kind)) as stored:
        assert difference(papers.short[key, kind].picture, stored) < MOST


def test_the_list_beside_the_pictures_and_the_contact_sheet_is_that_of_the_forms(papers: Papers) -> None:
    """Otherwise: python -m tests.papers.renew."""
    assert stored_index() == index(papers)
    assert SHEET.exists()
    stored = {file.name for file in file_of("a", "b").parent.glob("*.png")}
    assert stored == {file_of(key, kind).name for key, kind in EACH}


def test_a_picture_that_differs_is_seen() -> None:
    plain, other = Image.new("L", (200, 200), 255), Image.new("L", (200, 200), 255)
    assert difference(plain, other) == 0
    other.paste(0, (0, 0, 200, 10))
    assert difference(plain, other) > MOST
    assert difference(plain, Image.new("L", (200, 201), 255)) == 1
