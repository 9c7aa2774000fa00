"""Any form of a scheme by its own columns, one sheet each, where the published layout is not printed or not ours."""
