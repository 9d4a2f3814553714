"""The model into pages: one module and one template a page kind."""
