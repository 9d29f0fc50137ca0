"""What checks see: a page and a folder as columns and cards, intervals, and the words of messages."""
