"""Sentences of care."""
