"""What search is made of: understanding a question, weighing what is found, and saying so."""
