"""The types that every stage passes on: plain immutable values that import nothing of ours."""
