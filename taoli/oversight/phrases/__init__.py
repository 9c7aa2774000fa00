"""Sentences of oversight."""
