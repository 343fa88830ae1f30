"""The language server: what editors ask for, answered from the same findings as every report."""
