# SPDX-License-Identifier: GPL-3.0-or-later
"""A program that closes every file it does not know, as daemons do, then opens its own."""
import asyncio
import os


async def child(number):
    await asyncio.sleep(0)
    return number


os.closerange(3, 4096)
files = [os.open(f"file-{number}", os.O_RDWR | os.O_CREAT) for number in range(40)]
for file in files:
    os.write(file, b"mine")


async def main():
    print(sum(await asyncio.gather(*(child(n) for n in range(200)))))
    print("some output", "x" * 10_000)


asyncio.run(main())
print({os.pread(file, 100, 0) for file in files}, {os.fstat(file).st_size for file in files})
