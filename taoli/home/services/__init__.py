"""Writes of home."""
