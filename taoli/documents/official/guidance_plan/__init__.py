"""导师辅导计划 (F-03): 目标, 需求, 措施 of one student; the fields as published, the arrangement ours."""
