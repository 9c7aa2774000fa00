"""导师工作手册 in full (WF-20, K-05, N-20): a book a mentor, about ten pages for ten students; our own layout."""
