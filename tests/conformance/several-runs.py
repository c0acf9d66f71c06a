# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S24
import asyncio
import time


async def child():
    await asyncio.sleep(1)
    print("child")


async def main(number):
    print("run", number)
    await asyncio.create_task(child())
    return number * 10


print(asyncio.run(main(1)))
time.sleep(0.5)
print(asyncio.run(main(2)))
print("the end")
