"""Forms of neighbourhood."""
