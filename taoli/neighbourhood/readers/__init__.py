"""Workbooks of the neighbourhood."""
