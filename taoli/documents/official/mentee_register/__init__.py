"""导师与学生对接表 of one mentor (TG-24): no layout is published, so it is ours."""
