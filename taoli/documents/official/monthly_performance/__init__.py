"""每月表现与成绩登记 (I-09): months and exams, compared with the own past only; our own layout."""
