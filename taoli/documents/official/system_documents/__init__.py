"""全员育人八项制度 (PS-21): eight documents made of what the scheme says; the layout is ours and says so."""
