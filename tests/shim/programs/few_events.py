# SPDX-License-Identifier: GPL-3.0-or-later
# shim: --event-limit 40
"""A recording that is full long before the program ends: it goes on, unobserved."""
import asyncio
import threading


async def child(number):
    for _ in range(20):
        await asyncio.sleep(0)
    print("child", number)
    if number == 3:
        raise ValueError(number)
    return number


async def main():
    lock, queue = asyncio.Lock(), asyncio.Queue(1)
    async with lock, asyncio.timeout(5):
        print(await asyncio.gather(*(child(n) for n in range(3))))
    producer = asyncio.create_task(queue.put(1))
    print(await queue.get(), await producer, lock.locked())
    print(await asyncio.to_thread(threading.current_thread) is threading.main_thread())
    await child(3)


asyncio.run(main())
