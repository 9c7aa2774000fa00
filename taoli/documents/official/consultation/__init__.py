"""会诊: agenda and minutes (WF-27); the layout is ours and says so."""
