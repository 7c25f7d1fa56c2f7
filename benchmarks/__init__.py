"""What plangraph's speed is measured by; ``python -m benchmarks`` runs it."""
