"""Writes of handover."""
