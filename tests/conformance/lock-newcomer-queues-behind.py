# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S48
import asyncio


async def waiter(lock):
    async with lock:
        print("the waiter has it")


async def newcomer(lock):
    print("the newcomer sees locked", lock.locked())
    async with lock:
        print("the newcomer has it")


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    first = asyncio.create_task(waiter(lock))
    await asyncio.sleep(1)
    second = asyncio.create_task(newcomer(lock))
    lock.release()
    print("released, locked is", lock.locked())
    await first
    await second


asyncio.run(main())
