# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S48
import asyncio


async def user(name, lock):
    async with lock:
        print(name, "has it")
        await asyncio.sleep(1)
    print(name, "left, locked is", lock.locked())
    async with lock:
        print(name, "has it again")


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(user("A", lock), user("B", lock), user("C", lock))


asyncio.run(main())
