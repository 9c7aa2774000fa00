"""部署体检: what this server is like, what that means here, and what to do about it."""
