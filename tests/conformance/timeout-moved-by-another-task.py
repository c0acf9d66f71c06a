# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S35 S36
import asyncio


async def child(moved):
    try:
        async with asyncio.timeout(1) as limit:
            moved.append(limit)
            await asyncio.sleep(9)
    except TimeoutError:
        print("timed out")


async def main():
    moved = []
    first = asyncio.create_task(child(moved))
    second = asyncio.create_task(child(moved))
    await asyncio.sleep(0.5)
    moved[0].reschedule(3)
    moved[1].reschedule(None)
    await asyncio.sleep(4)
    print(first.done(), second.done())
    second.cancel()
    await asyncio.wait([second])
    print(moved[0].expired(), moved[1].expired(), second.cancelled())
    try:
        moved[0].reschedule(9)
    except RuntimeError:
        print("too late")


asyncio.run(main())
