import asyncio


async def juggle(name, throws):
    for number in range(1, throws + 1):
        print(f"{name} throws ball {number}")
        await asyncio.sleep(0)
    print(f"{name} bows")


async def main():
    ada = asyncio.create_task(juggle("Ada", 3))
    ben = asyncio.create_task(juggle("Ben", 2))
    print("two tasks, and nobody has thrown a ball")
    await ada
    await ben
    print("the show is over")


asyncio.run(main())
