"""What a place profile can say: one declaration per fact, read aloud in ``place.py``.

A field says how its values are read, in which unit they are kept, and which labels name it;
``label`` turns a label as written into the fields it names and what it says of the figures beside
it. Another fact is another ``Field``; nothing else lists them.
"""
