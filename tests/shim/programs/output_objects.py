# SPDX-License-Identifier: GPL-3.0-or-later
"""What sys.stdout and its layers are and can."""
import asyncio
import io
import os
import sys


async def main():
    out = sys.stdout
    print(type(out), type(out.buffer), type(out.buffer.raw), sys.__stdout__ is out)
    for layer in (out, out.buffer, out.buffer.raw):
        print(layer.name, getattr(layer, "mode", None), layer.fileno(), layer.isatty(),
              layer.readable(), layer.writable(), layer.seekable(), layer.closed)
        print(isinstance(layer, (io.TextIOWrapper, io.BufferedWriter, io.FileIO)))
        print(repr(layer), [name for name in dir(layer) if name[0] != "_"])
    print(out.encoding, out.errors, out.newlines, out.line_buffering, out.write_through)
    print(out.buffer.raw.closefd, os.fstat(out.fileno()).st_mode == os.fstat(1).st_mode)
    print(sys.stderr.line_buffering, sys.stderr.errors, repr(sys.stderr), repr(sys.stdin))
    try:
        out.read()
    except io.UnsupportedOperation as error:
        print(error)
    try:
        out.seek(0)
    except OSError as error:
        print(error)


asyncio.run(main())
