"""Words and reference figures as data files with source and date; ``tables`` alone reads them."""
