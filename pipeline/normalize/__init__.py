"""Text to readings, pure: each module reads one kind of literal and knows nothing of fields."""
