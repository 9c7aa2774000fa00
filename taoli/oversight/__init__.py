"""The bureau: what schools hand in, what it may be told, draws, star mentors, training, research, base schemes."""
