"""评价手册 of a student (WF-30): the released voices of the term and the sides of growth; the layout is ours."""
