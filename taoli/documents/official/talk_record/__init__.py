"""与学生谈话记录表 with 家长联系记录 (TG-27): the fields as published, the arrangement ours."""
