# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S39
import asyncio


async def inner(seconds, fails):
    await asyncio.sleep(seconds)
    if fails:
        raise ValueError("inner")


async def main():
    try:
        await asyncio.shield(inner(1, True))
    except ValueError:
        print("an error passes through")
    task = asyncio.create_task(inner(5, False))
    asyncio.get_running_loop().call_later(1, task.cancel)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        print("a cancelled inner cancels, requests:",
              asyncio.current_task().cancelling())


asyncio.run(main())
