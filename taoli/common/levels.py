"""The data level of every field: L1 public, L2 internal, L3 sensitive, L4 sealed (docs/reference/levels.md)."""

LEVELS: dict[str, dict[str, str]] = {}


def declare(model: str, **levels: str) -> None:
    """Register a model's fields by level: `declare("roster.Student", L2="name number", L3="address")`."""
    fields = LEVELS.setdefault(model, {})
    for level, names in levels.items():
        fields.update(dict.fromkeys(names.split(), level))
