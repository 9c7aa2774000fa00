"""Writes of the rehearsal: a synthetic school, made from a seed and loaded."""
