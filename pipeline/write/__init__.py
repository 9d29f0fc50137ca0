"""Tables, package and report: what a run leaves in the output folder.

A document leaves one sheet, made where it was read: encoded rows and the little that the report
needs. The ledger copies sheets into tables in the order of documents, adds what the checks over the
folder found, and has the report, the package and the changes written; ``folder`` swaps everything
in at once. Here is decided how values look in files, not what they are.
"""
