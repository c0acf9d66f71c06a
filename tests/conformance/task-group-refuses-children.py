# SPDX-License-Identifier: GPL-3.0-or-later
# rules: S46
import asyncio


async def child():
    print("never")


async def fails():
    raise ValueError("at once")


async def main():
    group = asyncio.TaskGroup()
    try:
        group.create_task(child())
    except RuntimeError as error:
        print("refused before the beginning:", error)
    try:
        async with group:
            group.create_task(fails())
            try:
                await asyncio.sleep(5)
            finally:
                try:
                    group.create_task(child())
                except RuntimeError as error:
                    print("refused while aborting:", error)
    except ExceptionGroup as error:
        print(len(error.exceptions))
    try:
        group.create_task(child())
    except RuntimeError as error:
        print("refused after the end:", error)


asyncio.run(main())
