# SPDX-License-Identifier: GPL-3.0-or-later
# signal: SIGINT
"""Ctrl+C that the program catches outside of the run."""
import asyncio
import signal


async def main():
    print(signal.getsignal(signal.SIGINT).func.__qualname__)
    print("ready", flush=True)
    await asyncio.Event().wait()


try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    print("caught", repr(error), type(error.__context__).__name__)
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
asyncio.run(asyncio.sleep(0))
