"""师生协议, one sheet a pairing (E-06, N-11); the layout is ours and says so."""
