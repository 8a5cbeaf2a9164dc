"""The encoders behind `index.encoder`: the one that comes along, and any of sentence-transformers."""
