"""公示 of who is to be honoured: names by strokes, no points; the layout is ours and says so."""
