"""学生个案分析表 (TG-25): the four fields as published, the arrangement ours."""
