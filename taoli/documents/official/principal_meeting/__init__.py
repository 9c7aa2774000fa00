"""校长办公会: agenda and minutes (WF-28, N-18); the layout is ours and says so."""
