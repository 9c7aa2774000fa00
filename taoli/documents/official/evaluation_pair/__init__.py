"""学期评价 (O-09): the mentor's evaluation of a student and the student's own; our own layout."""
