# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S13 S24
# order: not promised
import asyncio


async def child(name):
    await asyncio.sleep(1)


async def main():
    for name in ["A", "B", "C"]:
        task = asyncio.create_task(child(name), name=name)
    await asyncio.sleep(0)
    for each in asyncio.all_tasks():
        print(each.get_name())
    await task
    print(len(asyncio.all_tasks()))


asyncio.run(main())
