"""Ways to reach an office: found in a draft, and held against the office's own directory."""
