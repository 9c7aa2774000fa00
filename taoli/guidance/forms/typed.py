"""Fields for what people type or paste (taoli.common.typed)."""

from taoli.common.typed import Line, Lines, Typed

__all__ = ["Line", "Lines", "Typed"]
