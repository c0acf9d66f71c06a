# SPDX-License-Identifier: GPL-3.0-or-later
"""A program that sends itself a signal with its default action."""
import asyncio
import os
import signal


async def main():
    print("flushed", flush=True)
    print("not flushed")
    os.kill(os.getpid(), signal.SIGABRT)
    await asyncio.sleep(30)


asyncio.run(main())
