"""The consent banner: small JavaScript modules, and what joins them into the one file that is served."""
