"""What a process of `verify` imports before it asks; a server that forks such processes imports it once."""

import instructor
import openai

import verifier.cli.check
import verifier.pipeline

IMPORTED = (instructor.Mode, instructor.patch, openai.AsyncOpenAI, verifier.cli.check, verifier.pipeline)
"""Both SDKs import what they offer when it is first named."""
