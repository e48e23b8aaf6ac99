"""The words that every room uses: promises, questions, actions, predicates, findings."""
