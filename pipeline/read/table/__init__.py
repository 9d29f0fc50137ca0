"""The parts of a table: rows cut into cells, cells brought to columns, columns to their labels.

``pipeline.read.tables`` finds tables with them; each kind of table (transposed, one cell a line, wiki
source, lists below a title) is a module.
"""
