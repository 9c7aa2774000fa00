"""What is taken from a file that somebody attaches: its picture, drawn anew, or a document as it is; nothing else."""

import io
import re
import warnings
from dataclasses import dataclass
from typing import IO

from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from taoli.common.errors import TaoliError

MEGABYTE = 1024 * 1024
MOST_BYTES = 12 * MEGABYTE
MOST_PIXELS = 60_000_000  # a phone's largest ordinary picture; a small file can claim far more (decompression bomb)
MOST_EDGE = 2000  # pixels of the longer side that are kept
QUALITY = 82
READ = ("JPEG", "PNG", "WEBP")
PDF = b"%PDF-"
NAME = re.compile(r"[^\w.()（）-]+")
MOST_NAME = 80


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What is kept of a file: its name without a path, what it is, its bytes."""

    name: str
    media_type: str
    data: bytes


def cleaned(name: str, size: int, file: IO[bytes]) -> Cleaned:
    """Return what is kept of a picture (drawn anew, without place and camera) or of a PDF (as it is).

    TaoliError, with what to do: an empty or too large file, another kind of file than it says it is, a broken one.
    """
    if size > MOST_BYTES:
        raise TaoliError(
            _("The file has %(size)s MB; at most %(most)s MB. Please choose a smaller picture, or leave it out.")
            % {"size": -(-size // MEGABYTE), "most": MOST_BYTES // MEGABYTE}
        )
    data = file.read(MOST_BYTES + 1)
    if not data:
        raise TaoliError(_("The file is empty. Please choose another one, or leave it out."))
    stem = NAME.sub("_", name.replace("\\", "/").rpartition("/")[2].rpartition(".")[0])[:MOST_NAME] or "file"
    if data.startswith(PDF) and b"%%EOF" in data[-2048:]:
        return Cleaned(f"{stem}.pdf", "application/pdf", data)
    return Cleaned(f"{stem}.jpg", "image/jpeg", _drawn_anew(data))


def _drawn_anew(data: bytes) -> bytes:
    """Decode and encode again: only pixels are left, turned upright, made smaller."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=READ) as picture:
                _check(picture)
                picture.draft("RGB", (MOST_EDGE, MOST_EDGE))
                upright = ImageOps.exif_transpose(picture)
                upright.thumbnail((MOST_EDGE, MOST_EDGE))
                return _jpeg(upright)
    except UnidentifiedImageError:
        raise TaoliError(
            _("This is not a picture (JPEG, PNG, WebP) or PDF, whatever its name says. Please choose another file.")
        ) from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise TaoliError(_("The picture is too large to be opened. Please choose a smaller one.")) from None
    except (OSError, SyntaxError, ValueError, EOFError):
        raise TaoliError(_("The picture is damaged and cannot be opened. Please take it again.")) from None


def _check(picture: Image.Image) -> None:
    """Look at the size a picture claims before a pixel of it is drawn."""
    if picture.width * picture.height > MOST_PIXELS:
        raise Image.DecompressionBombError


def _jpeg(picture: Image.Image) -> bytes:
    """Encode on white, with a colour space and nothing else of the old file."""
    whole = picture.convert("RGBA")
    ground = Image.new("RGB", whole.size, "white")
    ground.paste(whole, mask=whole.getchannel("A"))
    out = io.BytesIO()
    ground.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()
