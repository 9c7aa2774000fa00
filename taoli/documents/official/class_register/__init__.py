"""导师与学生对接表 of single classes, one sheet a class for the wall; the layout is ours and says so."""
