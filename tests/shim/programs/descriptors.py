# SPDX-License-Identifier: GPL-3.0-or-later
"""Low numbers of open files, before and after the program opened its own."""
import asyncio
import os
import socket


def numbers():
    return sorted(int(name) for name in os.listdir("/proc/self/fd") if len(name) < 3)


print(numbers())
with open(__file__) as file:
    print(file.fileno())


async def main():
    print(numbers())
    left, right = socket.socketpair()
    print(left.fileno(), right.fileno(), os.pipe(), asyncio.get_running_loop()._selector
          .fileno())
    left.close()
    right.close()


asyncio.run(main())
os.dup2(0, 9)
print(numbers())
