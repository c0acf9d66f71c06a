# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S35
import asyncio


async def main():
    try:
        async with asyncio.timeout(1):
            raise ValueError("before the deadline")
    except ValueError:
        print("passed on")
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(2)
            except asyncio.CancelledError:
                raise KeyError("instead of the cancellation")
    except KeyError:
        print("requests:", asyncio.current_task().cancelling())


asyncio.run(main())
