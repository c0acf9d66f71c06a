# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S17 S51
import asyncio


async def waiter(name, event):
    print(name, "waits")
    await event.wait()
    print(name, "goes on, set is", event.is_set())


async def main():
    event = asyncio.Event()
    first = asyncio.create_task(waiter("A", event))
    second = asyncio.create_task(waiter("B", event))
    await asyncio.sleep(1)
    event.set()
    event.clear()
    third = asyncio.create_task(waiter("C", event))
    await asyncio.gather(first, second)
    event.set()
    await event.wait()
    print("main does not suspend")
    await third


asyncio.run(main())
