"""导师工作计划 (TG-15, PS-08): the frame from the data, the thinking by hand; our own layout."""
