"""Reads of handover."""
