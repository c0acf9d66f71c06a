# SPDX-License-Identifier: GPL-3.0-or-later
# stdout: broken
"""Nobody reads, and a large print finds out in the middle of a task."""
import asyncio


async def main():
    print("small")
    await asyncio.sleep(0)
    print("x" * 100_000)


asyncio.run(main())
