"""A form's parts as a typst program that reads its data as JSON: nobody's text ever becomes part of the program."""

import json
import re
from collections.abc import Iterator

from taoli.documents.official.layout import (
    Box,
    Break,
    Each,
    Fields,
    Heading,
    OfficialForm,
    Paragraphs,
    Part,
    Rows,
    Seal,
    Sign,
    Text,
    Title,
)
from taoli.documents.official.paper import OWN_LAYOUT

PLACE = re.compile(r"\{\{\s*([a-z_]+(?:\.[a-z_0-9]+)*)\s*\}\}")
LONG = 900  # bytes, three for each Chinese character: a row that says more may go on overleaf, any other stays whole
FRAME = """\
#let d = json(bytes(sys.inputs.data))
#let song = "Noto Serif SC"
#let hei = "Noto Sans SC"
#let at = counter("sheet")
#let pages() = {
  let ends = query(label("end-" + str(at.get().first())))
  if ends.len() > 0 { counter(page).at(ends.first().location()).first() } else { 1 }
}
#let foot = context text(9pt)[由 #d.who 于 #d.when 打印#h(2em)第 #counter(page).display() 页 共 #pages() 页]
#let mark = if d.mark != "" { rotate(-30deg, text(36pt, font: hei, fill: luma(232), d.mark)) }
#set document(title: d.title, date: none)
#set page(
  paper: "a4",
  flipped: FLIPPED,
  margin: (left: 2.5cm, rest: 1.8cm),
  footer: FOOTER,
  background: mark,
)
#set text(font: song, size: 10.5pt, lang: "zh", region: "cn", cjk-latin-spacing: none)
#set par(leading: 0.8em, spacing: 0.8em)
#set table(stroke: 0.5pt, inset: 5pt, align: center + horizon)
#let named(it) = text(font: hei, it)
#let rule = box(width: 2.8cm, stroke: (bottom: 0.5pt), height: 1em)
#let dated = box("日期：________年____月____日")
#let boxed(name, said, least) = layout(size => {
  let inside = [#named(name) \\ #par(first-line-indent: (amount: 2em, all: true), said)]
  let drawn(..more) = block(width: 100%, stroke: 0.5pt, inset: 6pt, ..more, inside)
  if measure(drawn(), width: size.width).height < least { drawn(height: least, breakable: false) } else { drawn() }
})
"""
# Every sheet is a paper of its own: its pages are numbered and counted by themselves.
BEGIN = """\
  #if no > 1 { pagebreak() }
  #counter(page).update(1)
  #at.step()"""
END = '  #metadata(none) #label("end-" + str(no))'


def program_of(form: OfficialForm) -> str:
    """Return the typst program of a form; it reads `who when school term title mark sheets` from `sys.inputs.data`."""
    body = "\n".join(line for part in form.parts for line in _drawn(part, "sheet"))
    own = f"\n  #v(8pt)\n  #text(9pt, {_quoted(OWN_LAYOUT)})" if form.own_layout and not form.ceremonial else ""
    frame = FRAME.replace("FLIPPED", "true" if form.landscape else "false")
    frame = frame.replace("FOOTER", "none" if form.ceremonial else "align(center, foot)")
    return f"{frame}\n#for (no, sheet) in d.sheets.enumerate(start: 1) [\n{BEGIN}\n{body}{own}\n{END}\n]\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _said(text: str) -> str:
    """Return a text with placeholders as an expression: `"导师：" + sheet.mentor`."""
    found, at = [], 0
    for place in PLACE.finditer(text):
        found += [_quoted(text[at : place.start()])] if place.start() > at else []
        name = place.group(1)
        found.append(name if name.startswith(("sheet.", "item.", "row.")) else f"d.{name}")
        at = place.end()
    found += [_quoted(text[at:])] if at < len(text) or not found else []
    return " + ".join(found)


def _drawn(part: Part, owner: str) -> Iterator[str]:  # noqa: C901, PLR0912 one line a kind of part
    match part:
        case Title():
            yield f"  #align(center)[#text({part.size}pt, font: hei, {_said(part.text)})]"
            if part.under:
                yield f"  #align(center)[#{{{_said(part.under)}}}]"
        case Heading():
            yield f"  #v(6pt)\n  #block(sticky: true, text(12pt, font: hei, {_said(part.text)}))"
        case Text():
            yield _text(part, _said(part.text))
        case Paragraphs():
            yield f"  #for one in {owner}.{part.name} [\n{_text(Text('', part.size, indent=part.indent), 'one')}\n  ]"
        case Fields():
            yield _fields(part, owner)
        case Rows():
            yield from _rows(part, owner)
        case Box():
            said = f"{owner}.{part.name}" if part.name else '""'
            yield f"  #boxed({_quoted(part.label)}, {said}, {part.height}cm)"
        case Sign():
            said = " + h(1.5em) + ".join(f"{_quoted(f'{one}：')} + rule" for one in part.parts)
            yield f"  #v(14pt)\n  #{{{said}{' + h(1.5em) + dated' if part.dated else ''}}}"
        case Seal():
            for text in (part.who, part.date or "________年____月____日"):
                yield f"  #v(10pt)\n  #align(right)[#text(12pt, {_said(text)})]"
        case Break():
            yield "  #pagebreak()"
        case Each():
            inner = "\n".join(line for one in part.parts for line in _drawn(one, "item"))
            turn = "  #if at > 0 { pagebreak() }\n" if part.paged else ""
            yield f"  #for (at, item) in {owner}.{part.name}.enumerate() [\n{turn}{inner}\n  ]"


def _text(part: Text, said: str) -> str:
    indent = f"first-line-indent: (amount: {2 if part.indent else 0}em, all: true)"
    inner = f"#par({indent}, text({part.size}pt, {said}))"
    return f"  #v({part.before + 5}pt, weak: true)\n  #align({part.align})[{inner}]"


def _fields(part: Fields, owner: str) -> str:
    cells = []
    for row in part.rows:
        used, last = 0, len(row) - 1
        for place, cell in enumerate(row):
            wide = part.pairs * 2 - used - 1 if place == last else cell.span * 2 - 1
            value = f"{owner}.{cell.name}" if cell.name else '""'
            cells.append(f"named({_quoted(cell.label)}), table.cell(colspan: {wide})[#{value}]")
            used += wide + 1
    columns = ", ".join(["0.42fr, 0.58fr"] * part.pairs)
    return f"  #block(sticky: true, table(columns: ({columns}), rows: (auto), inset: 7pt,\n    {', '.join(cells)}))"


def _rows(part: Rows, owner: str) -> Iterator[str]:
    if part.heading:
        yield f"  #v(6pt)\n  #block(sticky: true, text(12pt, font: hei, {_quoted(part.heading)}))"
    columns = ", ".join(f"{col.width}fr" for col in part.cols)
    heads = ", ".join(f"table.cell(align: center, named({_quoted(col.head)}))" for col in part.cols)
    align = ", ".join(f"{col.align} + horizon" for col in part.cols)
    names = "".join(f"row.{col.name}, " for col in part.cols if col.name)
    cells = ", ".join(f"cell[#row.{col.name}]" if col.name else "cell[]" for col in part.cols)
    yield (
        f"  #table(columns: ({columns},), align: ({align},), inset: (x: 4pt, y: 7pt), table.header({heads}),\n"
        f"    ..{owner}.{part.name}.map(row => {{\n"
        f"      let cell(it) = table.cell(breakable: ({names}).any(one => one.len() > {LONG}), it)\n"
        f"      ({cells},)\n    }}).flatten())"
    )
