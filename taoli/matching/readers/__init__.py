"""Reads workbooks of wishes."""
