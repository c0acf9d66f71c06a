# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs that replace sys.stdout: redirect, reconfigure, detach, own classes, dup2."""
import asyncio
import contextlib
import io
import os
import sys
import tempfile


class Shouting:
    def __init__(self, inner):
        self.inner = inner

    def write(self, text):
        return self.inner.write(text.upper())

    def __getattr__(self, name):
        return getattr(self.inner, name)


async def main():
    with contextlib.redirect_stdout(io.StringIO()) as text:
        print("redirected")
        await asyncio.sleep(0)
    print(repr(text.getvalue()))
    sys.stdout = Shouting(sys.stdout)
    print("shouted")
    sys.stdout = sys.__stdout__
    sys.stdout.reconfigure(line_buffering=True, errors="replace", newline="\r\n")
    print("lines \udc80")
    sys.stdout.reconfigure(encoding="ascii", errors="backslashreplace", newline="\n")
    print("\N{SNOWMAN}")
    with tempfile.TemporaryFile() as file:
        saved = os.dup(1)
        os.dup2(file.fileno(), 1)
        print("into a file")
        os.system("echo so does a child")
        sys.stdout.flush()
        os.dup2(saved, 1)
        file.seek(0)
        print(file.read())
    buffer = sys.stdout.detach()
    sys.stdout = io.TextIOWrapper(buffer, encoding="utf-16-le")
    print("wide")


asyncio.run(main())
