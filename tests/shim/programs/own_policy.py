# SPDX-License-Identifier: GPL-3.0-or-later
"""An own event-loop policy, and loops that it makes."""
import asyncio
import warnings

warnings.simplefilter("ignore", DeprecationWarning)


class Loop(asyncio.SelectorEventLoop):
    def __repr__(self):
        return "<my loop>"


class Policy(asyncio.DefaultEventLoopPolicy):
    made = 0

    def new_event_loop(self):
        type(self).made += 1
        print("policy makes a loop")
        return Loop()

    def get_event_loop(self):
        print("policy is asked")
        return super().get_event_loop()


async def main():
    loop = asyncio.get_running_loop()
    print(loop, type(loop).__mro__[1].__name__, asyncio.get_event_loop() is loop)


asyncio.set_event_loop_policy(Policy())
asyncio.run(main())
asyncio.run(main())
print(Policy.made, type(asyncio.get_event_loop_policy()).__name__)
asyncio.set_event_loop_policy(None)
print(type(asyncio.get_event_loop_policy()).__name__)
