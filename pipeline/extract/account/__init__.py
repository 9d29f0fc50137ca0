"""What no rule has claimed: identifiers, and figures kept with their noun."""
