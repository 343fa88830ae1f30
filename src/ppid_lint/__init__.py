"""ppid-lint: checks drafts before an Indonesian public body publishes them."""
