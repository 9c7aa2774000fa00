"""Writes of roster."""
