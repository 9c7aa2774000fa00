"""Reads a Word template that a school puts in the place of a form's own: what is refused, and where it stands."""
