"""People as a draft names them: who they are and in what role, read from expressions and word lists."""
