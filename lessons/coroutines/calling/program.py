import asyncio


async def make_tea():
    print("the water boils")
    await asyncio.sleep(3)
    print("the tea is ready")


async def main():
    print("calling make_tea()")
    tea = make_tea()
    print("that gave us a coroutine")
    await asyncio.sleep(2)
    print("two seconds later, still no water")
    await tea
    print("now there is tea")


asyncio.run(main())
