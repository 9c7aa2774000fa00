"""会议签到表 of a conference: everybody expected; the layout is ours and says so."""
