"""家访记录: one visit a page, with room for the family's word and both signatures (ZJ-15); our own layout."""
