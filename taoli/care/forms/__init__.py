"""Forms of care, one file a noun."""
