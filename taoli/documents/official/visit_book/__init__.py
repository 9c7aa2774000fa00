"""导师家访手册 (ZJ-15): the term's visits of a mentor with every family, refusals as exempt; our own layout."""
