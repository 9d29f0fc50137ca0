"""Where a profile begins and ends: headings, paragraphs and sentences that tell of another place.

``pipeline.read.segment`` cuts a page with them; whether a line states facts at all is ``signal``'s.
"""
