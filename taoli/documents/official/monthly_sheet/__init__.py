"""谈话记录月签字单: the signatures of a month gathered once (TG-27, product line 11); our own layout."""
