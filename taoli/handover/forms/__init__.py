"""Forms of handover."""
