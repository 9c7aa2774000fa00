"""What is kept of a file that somebody attaches."""

import io
import struct
import zlib

import pytest
from PIL import Image

from taoli.common.errors import TaoliError
from taoli.common.pictures import MEGABYTE, Cleaned, cleaned

PLACE = b"GPS-PLACE-OF-THE-PHOTO"


def photo(kind: str = "JPEG", size: tuple[int, int] = (3000, 1500)) -> bytes:
    """A photo lying on its side, with its place in it."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, PLACE.decode()
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, kind, exif=exif)
    return out.getvalue()


def take(data: bytes, name: str = "照片.jpg", size: int | None = None) -> Cleaned:
    return cleaned(name, len(data) if size is None else size, io.BytesIO(data))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_of_a_photo_only_the_picture_is_kept_upright_and_smaller(kind: str) -> None:
    data = photo(kind)
    assert PLACE in data
    kept = take(data, "C:\\手机\\照片.HEIC.jpg")
    assert (kept.media_type, kept.name) == ("image/jpeg", "照片.HEIC.jpg")
    assert PLACE not in kept.data
    with Image.open(io.BytesIO(kept.data)) as picture:
        assert (picture.size, dict(picture.getexif())) == ((1000, 2000), {})


def test_a_document_is_kept_as_it_is() -> None:
    data = b"%PDF-1.7\n...\n%%EOF\n"
    assert take(data, "同意书.pdf") == Cleaned("同意书.pdf", "application/pdf", data)


@pytest.mark.parametrize(
    ("data", "size", "words"),
    [
        (b"", 0, "空的"),
        (b"MZ\x90\x00" + b"\x00" * 200, None, "不是图片"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", None, "不是图片"),
        (b"%PDF-1.7 cut off", None, "不是图片"),
        (photo()[:900], None, "损坏"),
        (b"x", 40 * MEGABYTE, "40 MB"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_a_sentence(data: bytes, size: int | None, words: str) -> None:
    with pytest.raises(TaoliError, match=words):
        take(data, size=size)


def test_a_small_file_that_claims_a_huge_picture_is_never_drawn() -> None:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0))
    bomb = b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    with pytest.raises(TaoliError, match="尺寸太大"):
        take(bomb)
