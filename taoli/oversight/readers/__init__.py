"""Workbooks of oversight."""
