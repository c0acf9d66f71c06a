# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S8 S24
# order: not promised
import asyncio


async def child():
    try:
        await asyncio.sleep(5)
    finally:
        print("child is cancelled")


async def quits():
    print("quitting")
    raise SystemExit(0)


async def main():
    first = asyncio.create_task(child())
    await asyncio.sleep(1)
    second = asyncio.create_task(quits())
    await asyncio.sleep(0)
    print("never")
    await asyncio.gather(first, second)


asyncio.run(main())
