"""Where one can go, in the order of the flow, and what the shell of every page shows."""

from taoli.home.navigation.showing import first_page, shell

__all__ = ["first_page", "shell"]
