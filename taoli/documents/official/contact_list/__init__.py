"""导师家校沟通内容清单 (ZJ-15): what to talk about, and what was; our own layout."""
