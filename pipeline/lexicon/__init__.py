"""Words and reference figures as data files with source and date; ``tables`` alone reads them.

A spelling, a unit, a month, a country's name or an official figure is a row here and never a
literal in code, so that adding a language is adding rows. ``taught`` lays what a person taught in
``_profiles.toml`` over the shipped rows for the length of a run.
"""
