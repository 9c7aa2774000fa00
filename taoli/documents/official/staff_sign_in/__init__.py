"""会议签到表 of the whole staff, for launches and trainings; the layout is ours and says so."""
