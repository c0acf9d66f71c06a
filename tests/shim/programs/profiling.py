# SPDX-License-Identifier: GPL-3.0-or-later
"""cProfile over a run: how often the program's own functions were called."""
import asyncio
import cProfile
import pstats


async def child(number):
    await asyncio.sleep(0)
    return helper(number)


def helper(number):
    return number * 2


async def main():
    return sum(await asyncio.gather(*(child(n) for n in range(5))))


profile = cProfile.Profile()
print(profile.runcall(asyncio.run, main()))
stats = pstats.Stats(profile)
for (file, line, name), (primitive, calls, *_) in sorted(stats.stats.items()):
    if file == __file__:
        print(name, line, primitive, calls)
