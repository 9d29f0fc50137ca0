"""Tables, package and report: what a run leaves in the output folder."""
