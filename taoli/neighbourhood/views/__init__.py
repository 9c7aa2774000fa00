"""Pages of neighbourhood."""
