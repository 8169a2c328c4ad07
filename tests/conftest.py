"""What holds for every test: that an example takes long says how busy the machine is, and nothing of the product."""

from hypothesis import HealthCheck, settings

settings.register_profile("house", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")
