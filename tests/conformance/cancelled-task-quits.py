# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S8 S24 S27
import asyncio


async def child():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        print("cancelled, so quit")
        raise SystemExit(0)


async def other():
    try:
        await asyncio.sleep(9)
    finally:
        print("other is cancelled")


async def main():
    tasks = [asyncio.create_task(child()), asyncio.create_task(other())]
    await asyncio.sleep(1)
    tasks[0].cancel()
    await asyncio.wait(tasks)
    print("never")


asyncio.run(main())
