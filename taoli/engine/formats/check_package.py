"""`python -m taoli.engine check-package FILE…`: is a package (.taoli) whole, signed, and of a version that is read?

No school and no database: it says whose key signed, and opens nothing. Prints a line for each finding, in English and
Chinese; exit code 1 when a package has faults, 2 when a file cannot be read.
"""

import sys
from pathlib import Path

from taoli.engine.formats.faults import sentence as fault_sentence
from taoli.engine.formats.findings import Words, said
from taoli.engine.package import Trust, look

FAULTY, UNREAD = 1, 2
WORDS: Words = {
    "no_package": ("这不是 .taoli 一生一档包。", "this is no .taoli package."),
    "cut_short": ("文件没有传完整，后面缺了一段。", "the file is cut short: its end did not arrive."),
    "too_large": ("文件过大，或解开后过大（{what}）。", "the file is too large, or would be when opened ({what})."),
    "broken_manifest": (
        "清单 {part} 读不懂：{place} {fault}。",
        "the manifest {part} cannot be read: {place} {fault}.",
    ),
    "too_old": (
        "版本 {version} 太旧，最早可读版本 {oldest}。",
        "version {version} is too old; {oldest} is the oldest that is read.",
    ),
    "too_new": (
        "版本 {version} 太新，本软件读到版本 {newest}。",
        "version {version} is too new; {newest} is the newest that is read here.",
    ),
    "forged": (
        "签名不对：清单不是 {school} 签发的原样。",
        "the signature is wrong: this is not as {school} signed it.",
    ),
    "part_missing": ("缺少 {part}。", "the part {part} is missing."),
    "part_extra": ("多出清单里没有的 {part}。", "there is a part that the manifest does not name: {part}."),
    "part_changed": ("{part} 被改动过。", "the part {part} was changed."),
}


def run(paths: list[str]) -> int:
    """Check each file; the worst exit code of all."""
    return max(_one(Path(path)) for path in paths)


def _one(path: Path) -> int:
    try:
        data = path.read_bytes()
    except OSError as error:
        sys.stderr.write(f"{path.name}: {fault_sentence(error)}\n")
        return UNREAD
    findings, entries, _opened = look(data, Trust())
    lines = [line for language in (1, 0) for line in said(findings, WORDS, language)]
    if entries and not findings:
        one = entries.manifest
        lines = [
            f"- whole and signed: version {one.version}, {one.students} student(s), {len(one.parts)} parts",
            f"- from {one.sender.name} ({one.sender.code}), key {one.sender.sign_key}",
            f"- for {one.receiver.name} ({one.receiver.code}), {one.receiver.person}, until {one.expires}",
        ]
    sys.stdout.write("\n".join([f"{path.name}:", *lines]) + "\n")
    return FAULTY if findings else 0
