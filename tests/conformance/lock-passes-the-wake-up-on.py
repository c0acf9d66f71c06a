# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S49
import asyncio


async def user(name, lock):
    async with lock:
        print(name, "has it")


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    first = asyncio.create_task(user("A", lock))
    second = asyncio.create_task(user("B", lock))
    third = asyncio.create_task(user("C", lock))
    await asyncio.sleep(1)
    third.cancel()
    lock.release()
    first.cancel()
    await asyncio.wait([first, second, third])
    print(first.cancelled(), second.cancelled(), third.cancelled())


asyncio.run(main())
