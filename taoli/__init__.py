"""Taoli 桃李: a school's whole-staff mentor system."""

__version__ = "0.1.0"
