# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S42
import asyncio


async def child(name, clean_up):
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        await asyncio.sleep(clean_up)
        print(name, "cleaned up")
        raise


async def outer():
    try:
        await asyncio.gather(child("A", 1), child("B", 3), return_exceptions=True)
    finally:
        print("after all children")


async def main():
    task = asyncio.create_task(outer())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
