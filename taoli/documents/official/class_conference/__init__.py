"""班教导会: agenda and minutes (WF-25, WF-26, PS-21); the layout is ours and says so."""
