"""导师聘任协议 between school and mentor (N-21, O-03); the layout is ours and says so."""
