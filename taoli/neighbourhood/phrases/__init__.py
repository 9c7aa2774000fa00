"""Sentences of neighbourhood."""
