"""Indonesian words, sentences and word forms: rules of thumb that need no trained model."""
