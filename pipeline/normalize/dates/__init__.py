"""Dates by declared forms, in order of trial: figures, words, eras; dateparser is the last.

``scan`` finds literals where ``window`` says that dates can be; ``form`` says what a form is. Another
form of date is one row in ``figures``, ``words`` or ``eras``. ``pipeline.normalize.date`` is the door.
"""
