# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S42
import asyncio


async def child(seconds):
    await asyncio.sleep(seconds)
    print("child finished")


async def main():
    task = asyncio.create_task(child(5))
    asyncio.get_running_loop().call_later(1, task.cancel)
    try:
        await asyncio.gather(child(2), task)
    except asyncio.CancelledError:
        print("requests:", asyncio.current_task().cancelling())
    await asyncio.sleep(3)
    print("main goes on")


asyncio.run(main())
