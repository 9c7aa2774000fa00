"""工作落实考核表 (Taigu's form 5: columns as printed, one for each item of the scheme)."""
