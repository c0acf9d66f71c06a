# SPDX-License-Identifier: GPL-3.0-or-later
"""sys.settrace and sys.setprofile: calls and lines of this program, in order."""
import asyncio
import sys

calls = []


def trace(frame, event, argument):
    if frame.f_code.co_filename == __file__:
        calls.append((frame.f_code.co_name, event, frame.f_lineno))
        return trace
    return None


def profile(frame, event, argument):
    if frame.f_code.co_filename == __file__:
        name = argument.__name__ if event.startswith("c_") else frame.f_code.co_name
        calls.append((name, event))


async def child(number):
    await asyncio.sleep(0)
    return number


async def main():
    return await asyncio.create_task(child(4))


sys.settrace(trace)
asyncio.run(main())
print(sys.gettrace() is trace)
sys.settrace(None)
print(*calls, sep="\n")
calls.clear()
sys.setprofile(profile)
asyncio.run(main())
sys.setprofile(None)
print(*calls, sep="\n")
