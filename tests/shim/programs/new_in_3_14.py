# SPDX-License-Identifier: GPL-3.0-or-later
# requires: 3.14
"""Templates, annotations that wait, except without brackets, return in finally."""
import annotationlib
import asyncio
import warnings

at_the_top: Nowhere = 1
late: int


def quits():
    try:
        raise ValueError
    except ValueError, TypeError:
        pass
    finally:
        return "finally"


async def child(number: Unknown) -> Missing:
    template = t"number {number!r:>3}"
    await asyncio.sleep(0)
    return template


async def main():
    template = await asyncio.create_task(child(4), name="named", eager_start=True)
    print(template, template.values)
    print(annotationlib.get_annotations(child, format=annotationlib.Format.STRING))
    async with asyncio.TaskGroup() as group:
        for eager in (True, False, None):
            task = group.create_task(child(1), eager_start=eager)
            print(task.get_name(), task.done())
    task = asyncio.get_running_loop().create_task(child(2), eager_start=True)
    print(task.get_name(), task.done(), quits())
    await task


print(sorted(name for name in globals() if name[0] == "_"))
print(annotationlib.call_annotate_function(__annotate__, annotationlib.Format.STRING))
try:
    print(__annotations__)
except NameError as error:
    print(error)
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
with warnings.catch_warnings():
    warnings.simplefilter("always")
    policy = asyncio.get_event_loop_policy()
    asyncio.set_event_loop_policy(asyncio.DefaultEventLoopPolicy())
    print(asyncio.iscoroutinefunction(main))
asyncio.run(main())
