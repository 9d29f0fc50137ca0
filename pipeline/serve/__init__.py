"""The review page: findings beside their source in a browser, decisions and teaching on the way.

It reads what a run left and nothing else; what a person answers goes through ``review`` to the
files beside the texts. ``app`` lists the addresses, ``look`` shows and ``act`` does; ``desk`` is
what lies before the reviewer, and ``guard`` keeps everybody else out.
"""
