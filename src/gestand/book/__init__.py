"""Our memory: approvals, holds, what was kept, what stores looked like, who holds the lease."""
