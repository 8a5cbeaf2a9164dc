"""The names of municipalities, in all forms in which texts, files and addresses have them."""
