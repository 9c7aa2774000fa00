"""Sentences of handover."""
