"""Commands of neighbourhood."""
