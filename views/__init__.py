"""The pages of the web app, one module each, and what they share."""
