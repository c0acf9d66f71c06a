# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S15 S21
import asyncio


async def selfish():
    try:
        await asyncio.current_task()
    except RuntimeError as error:
        print("refused with", type(error).__name__)
    return "done"


async def main():
    print(await asyncio.create_task(selfish()))


asyncio.run(main())
