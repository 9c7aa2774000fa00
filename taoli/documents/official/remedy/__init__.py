"""需要关注学生的对策 (WF-26): who does what about one student by when; no layout is published, ours says so."""
