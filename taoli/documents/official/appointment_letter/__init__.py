"""聘书, one sheet a mentor (H-02, O-03, N-21); the layout is ours and says so."""
