"""What speerpunten and goals are made of: enumerations, marks and the tree that they form."""
