"""The neighbourhood: mentors from outside the school, community stations, places to learn, the parents' school."""
