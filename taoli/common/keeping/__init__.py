"""Keeping what a school has written: backups, restores and their drill, upgrades, moving to another database."""
