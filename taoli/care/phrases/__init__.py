"""Sentences of care, one file a noun."""
