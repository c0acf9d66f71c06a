# SPDX-License-Identifier: GPL-3.0-or-later
"""Locks and semaphores: order, errors, what they look like."""
import asyncio


def look(thing):
    return repr(thing).replace(hex(id(thing)), "address")


async def hold(lock, name, order):
    async with lock:
        order.append(name)
        await asyncio.sleep(0)


async def main():
    for make in (asyncio.Lock, lambda: asyncio.Semaphore(2),
                 lambda: asyncio.BoundedSemaphore(1)):
        lock, order = make(), []
        tasks = [asyncio.create_task(hold(lock, n, order)) for n in range(5)]
        await asyncio.sleep(0)
        print(look(lock), lock.locked())
        await asyncio.gather(*tasks)
        print(order, look(lock), sorted(vars(lock)))
        try:
            lock.release()
        except (RuntimeError, ValueError) as error:
            print(type(error).__name__, error)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)
    try:
        with asyncio.Lock():
            pass
    except TypeError as error:
        print(error)


asyncio.run(main())
