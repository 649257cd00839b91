// What every processor of the architecture has: SSE2, NEON, or plain registers.
#define LANES 4
#define ROWS 4
#define VECTORS 2
#define BYTE_GROUP 2
#define KERNELS edgex_kernels_baseline
#include "instruction-set.h"
