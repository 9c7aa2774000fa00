"""Workbooks and papers of oversight."""
