# SPDX-License-Identifier: GPL-3.0-or-later
"""Bytes: sys.stdout.buffer, its raw file, os.write, writelines, a second file."""
import asyncio
import os
import sys


async def main():
    print("text", flush=True)
    sys.stdout.buffer.write(b"\x00\xff\xfe no text\r\n")
    sys.stdout.buffer.writelines([b"a\n", b"b"])
    sys.stdout.flush()
    print(os.write(1, b"past Python\n"), sys.stdout.buffer.raw.write(b"raw\n"))
    await asyncio.sleep(0)
    print(sys.stdout.writelines(["x\n", "y\n"]), sys.stdout.write("\N{SNOWMAN}\n"))
    sys.stdout.flush()
    with open(1, "w", closefd=False) as second:
        print("second file", file=second)
    with os.fdopen(os.dup(1), "wb", 0) as third:
        third.write(memoryview(b"third file\n"))
    try:
        os.write(1, "text")
    except TypeError as error:
        print(error)
    try:
        sys.stdout.write(b"bytes")
    except TypeError as error:
        print(error)
    print(sys.stdout.buffer.write(bytearray(b"array\n")))


asyncio.run(main())
