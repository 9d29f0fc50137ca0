"""What printing, mailing and pasting did to a page, undone: its text as it was written.

Each module finds one thing by one question to the page (halves that stand side by side, quoting
marks, words broken over a line end, values that go on below themselves) and gives the stretches of
the text that are left, in the order in which they are read. Nothing here knows of places.
"""
