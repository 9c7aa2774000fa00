"""荣誉证书 for the honours of a published appraisal; the layout is ours and says so."""
