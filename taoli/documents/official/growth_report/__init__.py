"""成长档案 of a student, and the report of one term in the manner of 综合素质; the layout is ours and says so."""
