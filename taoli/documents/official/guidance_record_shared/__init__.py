"""导师辅导记录 (F-04): 学习, 心理, 职业发展; shared with the student, so the printed sentence only."""
