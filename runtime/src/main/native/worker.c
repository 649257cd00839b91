// The life of a worker thread: run, say so, end.
#include "edgex.h"
#include "memory-order.h"

void edgex_worker_run(struct edgex_worker* worker) {
    int32_t notification = worker->notification;
    worker->function(worker->argument);
    edgex_store_release32((int64_t) &worker->finished, 1);
    edgex_signal_notification(notification);
    edgex_call0(EDGEX_THREAD_EXIT);
}
