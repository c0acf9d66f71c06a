# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S43
import asyncio


async def child(name, seconds):
    await asyncio.sleep(seconds)
    if name == "bad":
        raise ValueError(name)
    return name


async def main():
    bad = asyncio.create_task(child("bad", 0))
    good = asyncio.create_task(child("good", 0))
    late = asyncio.create_task(child("late", 5))
    await asyncio.sleep(1)
    for condition in [asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION]:
        done, pending = await asyncio.wait([bad, good, late], return_when=condition)
        print(len(done), len(pending))
    done, pending = await asyncio.wait([good, late], timeout=0)
    print(len(done), len(pending))
    done, pending = await asyncio.wait([good, late], return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending))
    print(type(bad.exception()).__name__)


asyncio.run(main())
