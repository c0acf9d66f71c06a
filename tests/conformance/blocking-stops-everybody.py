# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S5 S7
import asyncio
import time


async def heart():
    for beat in range(4):
        print("beat", beat)
        await asyncio.sleep(1)


async def main():
    task = asyncio.create_task(heart())
    await asyncio.sleep(0.5)
    time.sleep(2.25)
    print("the block is over")
    await task


asyncio.run(main())
