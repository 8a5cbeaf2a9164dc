"""What officials are made of: names, offices, and where a text puts them together."""
