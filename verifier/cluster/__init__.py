"""The only room that knows Spark: it checks an exported store on one, for stores that outgrow a machine."""

from verifier.cluster.check import check

__all__ = ["check"]
