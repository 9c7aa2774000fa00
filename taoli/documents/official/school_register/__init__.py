"""学导关系登记表 of the school (N-12); the layout is ours and says so."""
