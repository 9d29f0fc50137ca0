"""The parts of the validation report: what it counts and shows, and its page, Markdown and JSON.

``pipeline.write.report`` puts them together.
"""
