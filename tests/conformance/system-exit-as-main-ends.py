# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S8 S24
import asyncio


async def quits():
    raise SystemExit(3)


async def waits():
    await asyncio.sleep(1)


async def alone():
    asyncio.create_task(quits())


async def with_another():
    asyncio.create_task(quits())
    asyncio.create_task(waits())


for main in alone, with_another:
    try:
        asyncio.run(main())
    except BaseException as error:
        print(type(error).__name__, error)
