"""What bureaus have published for their schools; it stands in common, as the neighbourhood asks for it too."""

from taoli.common.offered import offered

__all__ = ["offered"]
