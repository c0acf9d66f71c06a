# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S35
import asyncio


async def main():
    task = asyncio.current_task()
    try:
        async with asyncio.timeout(1) as limit:
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                print("inside: cancelled, requests:", task.cancelling())
                raise
    except TimeoutError:
        print("outside: timed out, requests:", task.cancelling(), limit.expired())
    await asyncio.sleep(1)
    print("main goes on")


asyncio.run(main())
