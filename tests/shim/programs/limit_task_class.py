# SPDX-License-Identifier: GPL-3.0-or-later
"""The class of tasks: its bases, its own attributes, its name in Python's messages."""
import asyncio
import pickle


class Own(asyncio.Task):
    pass


async def main():
    print(Own.__mro__, asyncio.Task.__bases__)
    print(sorted(vars(asyncio.Task)))
    try:
        pickle.dumps(asyncio.current_task())
    except TypeError as error:
        print(error)
    try:
        asyncio.current_task() + 1
    except TypeError as error:
        print(error)


asyncio.run(main())
