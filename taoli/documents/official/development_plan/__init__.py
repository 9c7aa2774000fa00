"""个性化发展规划 (C-02, G-02): 学习目标, 兴趣, 活动, tracked and adjusted; fields as published, arrangement ours."""
