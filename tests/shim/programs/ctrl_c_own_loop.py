# SPDX-License-Identifier: GPL-3.0-or-later
# signal: SIGINT
"""Ctrl+C in a loop that the program made: it breaks out of run_forever."""
import asyncio
import signal
import sys

loop = asyncio.new_event_loop()


def ready():
    print("ready", flush=True)


loop.call_soon(ready)
try:
    loop.run_forever()
except KeyboardInterrupt:
    print("interrupted", loop.is_running(), loop.is_closed())
    loop.run_until_complete(asyncio.sleep(0))
    loop.close()
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
sys.exit(130)
