"""Reads of documents: what stands on each form, as plain texts."""
