"""Writes of documents: a download leaves its trace."""
