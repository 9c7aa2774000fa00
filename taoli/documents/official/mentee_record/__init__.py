"""学生受导记录 (E-11): the student's own insight and gain after guidance; our own layout."""
