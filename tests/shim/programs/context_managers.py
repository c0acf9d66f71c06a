# SPDX-License-Identifier: GPL-3.0-or-later
"""Asynchronous context managers: own, from generators, on a stack, failing."""
import asyncio
import contextlib


class Room:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        await asyncio.sleep(0)
        print("enter", self.name)
        return self

    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(0)
        print("leave", self.name, kind and kind.__name__, trace is None)
        return kind is LookupError


@contextlib.asynccontextmanager
async def hall():
    print("into the hall")
    try:
        yield "hall"
    except ValueError as error:
        print("hall saw", error)
        raise RuntimeError("from the hall") from error


async def main():
    async with Room("a") as a, Room("b"):
        print("inside", a.name)
        raise LookupError
    async with contextlib.AsyncExitStack() as stack:
        await stack.enter_async_context(Room("c"))
        stack.push_async_callback(asyncio.sleep, 0)
        stack.callback(print, "callback")
    async with Room("d"), hall():
        raise ValueError("v")


asyncio.run(main())
