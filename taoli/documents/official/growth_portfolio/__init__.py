"""学生成长档案 / 成长记录袋 in the five parts of Weifang (WF-10 to WF-15; TG-07, O-07): parts as published."""
