# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S24 S28
import asyncio

tasks = []


async def child(name, seconds):
    try:
        await asyncio.sleep(seconds)
        print(name, "finished")
    except asyncio.CancelledError:
        print(name, "cancelled")
        await asyncio.sleep(seconds)
        print(name, "cleaned up")
        raise


async def main():
    tasks.append(asyncio.create_task(child("A", 3)))
    tasks.append(asyncio.create_task(child("B", 1)))
    await asyncio.sleep(2)
    print("main ends")


asyncio.run(main())
print("the run is over")
