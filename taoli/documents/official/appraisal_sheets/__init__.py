"""工作落实考核表 of the whole school (TG-28): every mentor on a line, by staff number, never by points."""
