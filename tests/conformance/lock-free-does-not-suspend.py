# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S47
import asyncio


async def other():
    print("other runs")


async def main():
    lock = asyncio.Lock()
    task = asyncio.create_task(other())
    async with lock:
        print("locked", lock.locked())
    await lock.acquire()
    print("again, and nobody ran in between")
    lock.release()
    print("locked", lock.locked())
    try:
        lock.release()
    except RuntimeError as error:
        print(type(error).__name__)
    await task


asyncio.run(main())
