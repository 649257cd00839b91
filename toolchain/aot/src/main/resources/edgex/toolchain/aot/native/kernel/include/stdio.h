// TeaVM's heap tracing header names FILE; the kernel traces no heap.
#pragma once

typedef struct edgex_no_file FILE;
