"""Workbooks of answers."""
