# SPDX-License-Identifier: GPL-3.0-or-later
# args: 'na\xefve'
"""Lone surrogates in output, names of tasks, errors, arguments."""
import asyncio
import sys


async def main():
    task = asyncio.create_task(asyncio.sleep(0), name="lone \udc80 name\n\0")
    print(ascii(task.get_name()))
    await task
    try:
        print("\udc80")
    except UnicodeEncodeError as error:
        print(error)
    print(ascii(sys.argv[1:]))
    raise ValueError("lone \udcff\0 in an error")


asyncio.run(main())
