"""Commands of editors and engineers → reports, forms, papers, the reference."""
