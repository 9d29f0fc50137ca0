"""What the figures of one record make together: sums, products, shares, figures told twice (A)."""
