"""What holds for every test, whatever else the machine does and however the tests were started."""

import signal

from hypothesis import HealthCheck, settings

# That an example takes long says how busy the machine is, and nothing of the product.
settings.register_profile("house", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

# Tests that run in the background ignore Ctrl-C, and so would every process they start.
signal.signal(signal.SIGINT, signal.default_int_handler)
