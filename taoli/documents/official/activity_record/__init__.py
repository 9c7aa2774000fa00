"""阶段活动记录表 (TG-26) with the fields of N-19 and PS-16 beside: fields as published, arrangement ours."""
