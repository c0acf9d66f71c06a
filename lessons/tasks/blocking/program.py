import asyncio
import time


async def heart():
    for beat in range(1, 7):
        print(f"beat {beat}")
        await asyncio.sleep(1)


async def main():
    beating = asyncio.create_task(heart())
    await asyncio.sleep(1.5)
    print("main awaits a sleep: the heart beats on")
    await asyncio.sleep(2)
    print("main blocks: everything stands still")
    time.sleep(2)
    print("main lets the others run again")
    await beating


asyncio.run(main())
