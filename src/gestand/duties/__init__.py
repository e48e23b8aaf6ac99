"""What we do: one folder a duty, four files each; duties never import each other."""
