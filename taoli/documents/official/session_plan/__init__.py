"""交流方案与记录 (O-05): 方案, 主题, 详细记录; the fields as published, the arrangement ours."""
