"""What a library is made of: its tables, its rows, and all that is read of them."""
