"""How templates are read: a school's own may loop, ask and print, nothing else; each is compiled once."""

from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

from jinja2 import Template
from jinja2.sandbox import SandboxedEnvironment

KEPT = 200  # compiled templates; a paper has about eight: body, footer, its properties


class Environment(SandboxedEnvironment):
    """Everything written is escaped, and a name is a key of the data before it is anything of Python's."""

    def __init__(self, **options: Any) -> None:
        """Begin with nothing compiled."""
        super().__init__(autoescape=True, **options)
        self.compiled: OrderedDict[str, Template] = OrderedDict()

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an entry of a mapping: `sheet.items` is the sheet's list, never the method of a dictionary."""
        if isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def from_string(self, source: Any, *args: Any, **kwargs: Any) -> Template:
        """Return the compiled template of a text, from memory if it was met before."""
        if source in self.compiled:
            self.compiled.move_to_end(source)
            return self.compiled[source]
        made = super().from_string(source, *args, **kwargs)
        self.compiled[source] = made
        if len(self.compiled) > KEPT:
            self.compiled.popitem(last=False)
        return made


ENVIRONMENT = Environment()
