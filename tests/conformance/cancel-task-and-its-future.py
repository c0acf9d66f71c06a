# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S17 S27 S31
import asyncio


async def child(name, future):
    try:
        await future
    except asyncio.CancelledError:
        print(name, "requests:", asyncio.current_task().cancelling())
        raise


async def yielder():
    while True:
        await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    futures = [loop.create_future(), loop.create_future()]
    first = asyncio.create_task(child("A", futures[0]))
    second = asyncio.create_task(child("B", futures[1]))
    await asyncio.sleep(1)
    print(futures[0].cancel(), first.cancel(), futures[0].cancel())
    print(second.cancel(), futures[1].cancel(), second.cancel())
    await asyncio.wait([first, second])
    print(first.cancelled(), second.cancelled(), second.cancelling())
    third = asyncio.create_task(yielder())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(third.cancel())
    await asyncio.wait([third])
    print(third.cancel())


asyncio.run(main())
