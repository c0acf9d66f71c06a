# SPDX-License-Identifier: GPL-3.0-or-later
"""Limits that the program sets itself: files, size of files, address space."""
import asyncio
import errno
import resource


async def main():
    resource.setrlimit(resource.RLIMIT_NOFILE, (12, 12))
    files = []
    try:
        while True:
            files.append(open(__file__))
    except OSError as error:
        print(errno.errorcode[error.errno], len(files))
    for file in files:
        file.close()
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
    for _ in range(100):
        await asyncio.sleep(0)
    try:
        with open("file", "wb") as file:
            file.write(b"x" * 2000)
    except OSError as error:
        print(errno.errorcode[error.errno])


asyncio.run(main())
print("end")
