# SPDX-License-Identifier: GPL-3.0-or-later
"""A byte order mark stands at the start of this file."""
import asyncio

print(__file__.rpartition("/")[2], "é", open(__file__, "rb").read(3))
asyncio.run(asyncio.sleep(0))
