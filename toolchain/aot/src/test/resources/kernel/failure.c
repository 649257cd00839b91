// What the boot code owes to the toolchain: the end of a kernel that met an error.
#include "fixture.h"

_Noreturn void edgex_kernel_failure(const char* reason) {
    while (*reason != 0) {
        fixture_put(*reason++);
    }
    fixture_put('\n');
    fixture_exit(17);
    for (;;) {
    }
}
