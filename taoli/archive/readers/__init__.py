"""Workbooks of marks."""
