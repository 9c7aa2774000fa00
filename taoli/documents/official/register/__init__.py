"""导师与学生对接表 (Taigu's form 1; its layout is not in the published text, so it is ours and says so)."""
