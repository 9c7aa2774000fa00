"""Reads of the rehearsal."""
