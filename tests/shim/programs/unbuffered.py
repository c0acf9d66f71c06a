# SPDX-License-Identifier: GPL-3.0-or-later
# flags: -u
# stderr: stdout
"""-u: both outputs go out as they are written."""
import asyncio
import sys


async def main():
    for number in range(3):
        print("out", number)
        print("err", number, file=sys.stderr)
        await asyncio.sleep(0)
    sys.stdout.write("no newline")
    sys.stderr.write(" here ")
    print(sys.stdout.write_through, sys.stdout.line_buffering, type(sys.stdout.buffer))


asyncio.run(main())
