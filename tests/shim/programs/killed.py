# SPDX-License-Identifier: GPL-3.0-or-later
# signal: SIGKILL
"""A program that is killed."""
import asyncio


async def main():
    print("ready", flush=True)
    await asyncio.sleep(30)


asyncio.run(main())
