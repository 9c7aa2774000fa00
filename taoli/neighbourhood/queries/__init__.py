"""Reads of neighbourhood."""
