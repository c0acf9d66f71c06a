# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S42 S27
import asyncio


async def child(name):
    try:
        await asyncio.sleep(5)
    finally:
        print(name, "cancelled")


async def outer():
    try:
        await asyncio.gather(child("A"), child("B"))
    except asyncio.CancelledError:
        print("outer cancelled, requests:", asyncio.current_task().cancelling())
        raise


async def main():
    task = asyncio.create_task(outer())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
