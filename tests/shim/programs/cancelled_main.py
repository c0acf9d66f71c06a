# SPDX-License-Identifier: GPL-3.0-or-later
"""A main coroutine that ends cancelled: CancelledError leaves the run."""
import asyncio


async def main():
    asyncio.current_task().cancel("by itself")
    await asyncio.sleep(0)


try:
    asyncio.run(main())
except asyncio.CancelledError as error:
    print("caught", repr(error))
asyncio.run(main())
