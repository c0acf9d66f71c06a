# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S38
# requires: 3.12
import asyncio


async def child(seconds):
    await asyncio.sleep(seconds)
    return asyncio.current_task().get_name()


async def main():
    print(await asyncio.wait_for(child(1), 2))
    try:
        await asyncio.wait_for(child(2), 1)
    except TimeoutError:
        print("timed out")
    print(await asyncio.wait_for(child(1), None))


asyncio.run(main())
