"""表彰决定: the result after the notice, names by strokes, no points; the layout is ours and says so."""
