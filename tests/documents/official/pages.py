"""PDFs read back."""

import pypdfium2


def texts_of(data: bytes) -> list[str]:
    """The text of each page without any space: lines break where they like."""
    return ["".join(page.get_textpage().get_text_range().split()) for page in pypdfium2.PdfDocument(data)]
