"""Writes of neighbourhood."""
