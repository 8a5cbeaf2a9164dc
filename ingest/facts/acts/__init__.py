"""What commitments are made of: who acts, what is done, by when, and how firmly."""
