"""小组活动月签字单: what a group did in each month, signed once by everybody (product line 11); our own layout."""
