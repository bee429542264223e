"""Takes 1 ms of processor time a document."""
import time

import copydesk


@copydesk.stage(reads=["text"], writes=["metadata"])
def busy(document, options):
    end = time.thread_time_ns() + 1_000_000
    total = 0
    while time.thread_time_ns() < end:
        for step in range(20):
            total = (total * 31 + step) % 10_007
    return {"metadata": {"sum": total}}


copydesk.run()
