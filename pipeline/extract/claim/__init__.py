"""Claims: figures that relate the place to another one."""
