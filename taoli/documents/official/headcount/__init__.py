"""师生组合情况统计表: how many students each mentor has, or takes."""
