"""verifier: what the articles claim, and what the other articles say about it."""
