"""Reads of roster."""
