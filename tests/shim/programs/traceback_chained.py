# SPDX-License-Identifier: GPL-3.0-or-later
"""Chained errors: from, during, without; with notes and from threads."""
import asyncio


def work():
    raise KeyError("in a thread")


async def first():
    try:
        await asyncio.to_thread(work)
    except KeyError as error:
        error.add_note("a note")
        raise LookupError("first") from error


async def second():
    try:
        await asyncio.create_task(first())
    except LookupError:
        try:
            raise TypeError("hidden") from None
        except TypeError:
            raise OSError(2, "second", "file")


async def main():
    try:
        await asyncio.gather(second(), asyncio.sleep(0))
    finally:
        await asyncio.sleep(0)


asyncio.run(main())
