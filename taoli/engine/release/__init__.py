"""What may be told above a school: figures from which no small number can be had, not by subtraction of pages or weeks.

One release a measure and week; every page, filter and workbook is arithmetic (`sum_of`, `share`) over its figures.

**People** (`release`) are told in tens: 0, 1-9, 10-19, 20-29, … A node further up is told by a band of ten too, where
its children's bands leave room for one, otherwise by the sum of their bands. Bands begin at fixed multiples of ten and
know nothing of last week, so a school may join, leave, merge, or send no summary.

Why it holds. Let a node's children be told as bands, Lo and Hi the sums of their ends, W the sum of the two widest
widths. The node's own band [a, b] lies in [Lo, Hi] with b ≥ Lo + W and a ≤ Hi - W; which bands there are follows from
what is told already, never from a hidden number. Fix any two children at any numbers of their bands: the others can
still make up a total within [a, b]. So, up the tree: *every number of every band stays possible, whatever is told
above it, even for a reader who knows one whole subtree exactly* (a head who knows the own school). Weeks share nothing
but their bands, so no change is told but that a band was left. Where a reader knows that everybody but one leaf stood
still over weeks, one unknown threshold a level splits its band: a number keeps at least nine values less one a level.

A rule that told exact numbers from ten on and let them stand until moved by ten was tried and leaks: 12, 25, 14 in
three weeks tell a change of two, and so do a merger of two schools and a sum whose parts jump apart.

**Deeds** (`release_deeds`: talks, hours, cells met) are told exactly, but only of groups that are large enough; small
groups are pooled upwards until the pool is.

Limits: release a measure along *one* tree (a second tree over the same leaves is a second release). The sum over the
kinds of a measure (cases by state) is told by `sum_of`, not released again. Not covered: a reader who may set many
schools' numbers while all the others stand still.
"""

from taoli.engine.release.deeds import Amount, Done, release_deeds
from taoli.engine.release.figures import LIMIT, Figure, Part, share, sum_of
from taoli.engine.release.people import Count, release
from taoli.engine.release.stored import dump, dump_amounts, load, load_amounts
from taoli.engine.release.tree import Node

__all__ = [
    "LIMIT",
    "Amount",
    "Count",
    "Done",
    "Figure",
    "Node",
    "Part",
    "dump",
    "dump_amounts",
    "load",
    "load_amounts",
    "release",
    "release_deeds",
    "share",
    "sum_of",
]
