"""The stored picture of each form, the contact sheet of them all, and the list of what they show."""

import csv
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from taoli.documents.official.registry import forms
from taoli.documents.official.rendering import FONTS
from tests.papers.making import KINDS, PDF, Papers, all_forms

HERE = Path(__file__).parent / "pictures"
LIST = HERE / "forms.csv"
SHEET = Path(__file__).parents[2] / "docs" / "pictures" / "forms.png"
SHADES = 16
FAR, MOST = 64, 0.01  # shades between two pixels; the share of pixels that may be so far apart
WIDE, HIGH, ACROSS, GAP, LINE = 300, 424, 6, 16, 28


def file_of(key: str, kind: str) -> Path:
    """Return where the picture of a form lies."""
    return HERE / f"{key}.{kind}.png"


def difference(made: Image.Image, stored: Image.Image) -> float:
    """Return the share of pixels that are far apart after a blur of one pixel; 1 when the sizes differ."""
    if made.size != stored.size:
        return 1.0
    soft = [one.convert("L").filter(ImageFilter.GaussianBlur(1)) for one in (made, stored)]
    counts = ImageChops.difference(*soft).histogram()
    return sum(counts[FAR + 1 :]) / (made.width * made.height)


def index(papers: Papers) -> list[list[str]]:
    """Return key, title and the number of pages of each form."""
    return [
        [key, form.title, *(str(len(papers.short[key, kind].pages)) for kind in KINDS)]
        for key, form in all_forms().items()
    ]


def stored_index() -> list[list[str]]:
    """Return the list as it was stored."""
    with LIST.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def store(papers: Papers) -> None:
    """Write pictures, list and contact sheet anew."""
    for old in HERE.glob("*.png"):
        old.unlink()
    for (key, kind), paper in papers.short.items():
        paper.picture.quantize(SHADES).save(file_of(key, kind), optimize=True)
    with LIST.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([["key", "title", *KINDS], *index(papers)])
    contact_sheet().save(SHEET, optimize=True)


def contact_sheet() -> Image.Image:
    """Return every form of the registry, small, its title below."""
    keys = list(forms())
    down = -(-len(keys) // ACROSS)
    sheet = Image.new("L", (ACROSS * (WIDE + GAP) + GAP, down * (HIGH + GAP + LINE) + GAP), 235)
    font = ImageFont.truetype(str(FONTS / "NotoSansSC-Regular.ttf"), 17)
    draw = ImageDraw.Draw(sheet)
    for place, key in enumerate(keys):
        left, top = GAP + place % ACROSS * (WIDE + GAP), GAP + place // ACROSS * (HIGH + GAP + LINE)
        page = _first_page(Image.open(file_of(key, PDF)).convert("L"), landscape=forms()[key].landscape)
        page.thumbnail((WIDE, HIGH), Image.Resampling.LANCZOS)
        sheet.paste(page, (left + (WIDE - page.width) // 2, top + (HIGH - page.height) // 2))
        title = forms()[key].title
        draw.text((left + WIDE / 2, top + HIGH + 3), title, fill=30, font=font, anchor="ma")
    return sheet.quantize(SHADES)


def _first_page(picture: Image.Image, *, landscape: bool) -> Image.Image:
    ratio = 297 / 210 if landscape else 210 / 297
    return picture.crop((0, 0, round(picture.height * ratio), picture.height))
