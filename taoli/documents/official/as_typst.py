"""A form's parts as a typst program that reads its data as JSON: nobody's text ever becomes part of the program."""

import json
from collections.abc import Iterator, Sequence
from itertools import zip_longest

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
from taoli.documents.official.names import PLACE
from taoli.documents.official.paper import OWN_LAYOUT, PITCH

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
#let foot = context text(9pt)[由 #d.who 于 #d.when 打印#h(2em)第 #counter(page).display() 页 共 #pages() 页OWN]
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
#set text(top-edge: 0.88em, bottom-edge: -0.12em) // the square a letter stands in
#set par(leading: 0.45em, spacing: 0.8em)
#set table(stroke: 0.5pt, inset: 5pt, align: center + horizon)
#let named(it) = text(font: hei, it)
#let rule = box(width: 2.8cm, stroke: (bottom: 0.5pt), height: 1em)
#let dated = box("日期：________年____月____日")
#let boxed(name, said, least) = layout(size => {
  let inside = [#named(name) #par(leading: 0.75em, first-line-indent: (amount: 2em, all: true), said)]
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
    body = "\n".join(_all(form.parts, "sheet"))
    frame = FRAME.replace("FLIPPED", "true" if form.landscape else "false")
    frame = frame.replace("OWN", f"#h(2em){OWN_LAYOUT}" if form.own_layout else "")
    frame = frame.replace("FOOTER", "none" if form.ceremonial else "align(center, foot)")
    return f"{frame}\n#for (no, sheet) in d.sheets.enumerate(start: 1) [\n{BEGIN}\n{body}\n{END}\n]\n"


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


def _all(parts: Sequence[Part], owner: str) -> Iterator[str]:
    for part, after in zip_longest(parts, parts[1:]):
        yield from _drawn(part, owner, held=isinstance(after, Sign))


def _drawn(part: Part, owner: str, *, held: bool) -> Iterator[str]:  # noqa: C901, PLR0912 one line a kind of part
    match part:
        case Title():
            yield f"  #v({part.before}pt)\n  #align(center)[#text({part.size}pt, font: hei, {_said(part.text)})]"
            if part.under:
                yield f"  #v(2pt)\n  #align(center)[#{{{_said(part.under)}}}]\n  #v(4pt)"
        case Heading():
            yield f"  #v(6pt)\n  #block(sticky: true, text({part.size}pt, font: hei, {_said(part.text)}))"
        case Text():
            yield _text(part, _said(part.text), held=held)
        case Paragraphs():
            one = _text(Text("", part.size, indent=part.indent), "one", held=held)
            yield f"  #for one in {owner}.{part.name} [\n{one}\n  ]"
        case Fields():
            yield _fields(part, owner)
        case Rows():
            yield from _rows(part, owner)
        case Box():
            said = f"{owner}.{part.name}" if part.name else '""'
            yield f"  {_held(f'boxed({_quoted(part.label)}, {said}, {part.height}cm)', held=held)}"
        case Sign():
            said = " + h(1.5em) + ".join(f"{_quoted(f'{one}：')} + rule" for one in part.parts)
            yield f"  #v(14pt)\n  #{{{said}{' + h(1.5em) + dated' if part.dated else ''}}}"
        case Seal():
            for text, before in ((part.who, part.before), (part.date or "________年____月____日", 6)):
                yield f"  #v({before}pt)\n  #align(right)[#text({part.size}pt, {_said(text)})]"
        case Break():
            yield "  #pagebreak()"
        case Each():
            inner = "\n".join(_all(part.parts, "item"))
            turn = "  #if at > 0 { pagebreak() }\n" if part.paged else ""
            yield f"  #for (at, item) in {owner}.{part.name}.enumerate() [\n{turn}{inner}\n  ]"


def _held(drawn: str, *, held: bool) -> str:
    """Nobody signs on a page with nothing else on it: what stands above the line stays with it."""
    return f"#block(width: 100%, sticky: true, {drawn})" if held else f"#{drawn}"


def _text(part: Text, said: str, *, held: bool) -> str:
    indent = f"first-line-indent: (amount: {2 if part.indent else 0}em, all: true)"
    inner = f"#text({part.size}pt, par(leading: {PITCH - 1}em, {indent}, {said}))"
    # Word puts the room of a line above its letters.
    return f"  #v({part.before + 0.6 * part.size}pt, weak: true)\n  {_held(f'align({part.align})[{inner}]', held=held)}"


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
    grid = f"table(columns: ({columns}), rows: (auto), inset: 0.7em,\n    {', '.join(cells)})"
    sized = f"text({part.size}pt, block(width: {part.wide * 100:.0f}%, {grid}))"
    return f"  #block(sticky: true, width: 100%, align(center, {sized}))"


def _rows(part: Rows, owner: str) -> Iterator[str]:
    if part.heading:
        yield f"  #v(6pt)\n  #block(sticky: true, text(12pt, font: hei, {_quoted(part.heading)}))"
    columns = ", ".join(f"{col.width}fr" for col in part.cols)
    heads = ", ".join(f"table.cell(align: center, named({_quoted(col.head)}))" for col in part.cols)
    align = ", ".join(f"{col.align} + horizon" for col in part.cols)
    names = "".join(f"row.{col.name}, " for col in part.cols if col.name)
    cells = ", ".join(f"cell[#row.{col.name}]" if col.name else "cell[]" for col in part.cols)
    yield (
        f"  #text(10pt, table(columns: ({columns},), align: ({align},), inset: (x: 4pt, y: 6.2pt),\n"
        f"    table.header({heads}),\n"
        f"    ..{owner}.{part.name}.map(row => {{\n"
        f"      let cell(it) = table.cell(breakable: ({names}).any(one => one.len() > {LONG}), it)\n"
        f"      ({cells},)\n    }}).flatten()))"
    )
