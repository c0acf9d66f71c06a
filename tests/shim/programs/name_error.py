# SPDX-License-Identifier: GPL-3.0-or-later
"""Misspelt names: suggestions are part of the traceback."""
import asyncio


async def main():
    await asyncio.sleep(0)
    try:
        asyncio.creat_task(main())
    except AttributeError as error:
        print(error)
    mesage = "hello"
    print(message, mesage)


asyncio.run(main())
