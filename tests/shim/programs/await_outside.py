# SPDX-License-Identifier: GPL-3.0-or-later
# loop: none
"""await outside of a coroutine is an error of syntax too, found when it is compiled."""
import asyncio

print("never printed")
await asyncio.sleep(1)
