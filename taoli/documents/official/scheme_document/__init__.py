"""实施方案: the scheme as a paper, from the same data the software works by; its layout is ours."""
