"""A build as a static site: files that any web server carries, under any path, without a process."""

from plangraph.publication.site import publish

__all__ = ["publish"]
