"""Slips for whoever has no account, class by class, to be cut and handed out; the layout is ours."""
