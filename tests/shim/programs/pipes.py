# SPDX-License-Identifier: GPL-3.0-or-later
# stdin: 'one\ntwo\nthree'
"""Standard input by connect_read_pipe, an own pipe by connect_write_pipe."""
import asyncio
import os
import sys


async def main():
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    transport, _ = await loop.connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    print(type(transport).__name__, transport.is_reading())
    async for line in reader:
        print(line)
    ends = os.pipe()
    transport, protocol = await loop.connect_write_pipe(
        asyncio.BaseProtocol, os.fdopen(ends[1], "wb"))
    transport.write(b"through a pipe")
    transport.close()
    print(type(protocol).__name__, os.read(ends[0], 100))
    os.close(ends[0])


asyncio.run(main())
