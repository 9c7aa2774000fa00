"""What a scheme asks of each role, in minutes a week, before it is adopted; and where a school's numbers cannot
meet it.
"""

from taoli.engine.load.deals import deal_of, holders_of, roles_of
from taoli.engine.load.limits import limits
from taoli.engine.load.minutes import Minutes
from taoli.engine.load.numbers import TERM_WEEKS, Basis, Deal, SchoolNumbers
from taoli.engine.load.parts import Load, LoadPart, load_of
from taoli.engine.load.roles import RoleLoad, role_loads

__all__ = [
    "TERM_WEEKS",
    "Basis",
    "Deal",
    "Load",
    "LoadPart",
    "Minutes",
    "RoleLoad",
    "SchoolNumbers",
    "deal_of",
    "holders_of",
    "limits",
    "load_of",
    "role_loads",
    "roles_of",
]
