"""Official forms: one folder a form. Their words are Chinese, because the papers are."""
