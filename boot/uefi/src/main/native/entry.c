/* Where firmware enters: keeps what it gives and runs Java on a heap of the loader's own. */
#include "uefi.h"

#define HEAP_BYTES 65536

void *edgex_uefi_image;
EfiSystemTable *edgex_uefi_system;

static uint64_t heap[HEAP_BYTES / sizeof(uint64_t)];

void edgex_kernel_main(void *start, uint64_t sizeBytes);

EFI_CALL EfiStatus edgex_uefi_entry(void *image, EfiSystemTable *system) {
    edgex_uefi_image = image;
    edgex_uefi_system = system;
    edgex_kernel_main(heap, sizeof(heap));
    return 0;
}

/* What Java would report by an exception: a fault of the loader itself. */
_Noreturn void edgex_kernel_failure(const char *reason) {
    for (const char *text = "EdgeX cannot boot: fault in the loader: "; *text != 0; text++) {
        uefi_write(*text);
    }
    while (*reason != 0) {
        uefi_write(*reason++);
    }
    uefi_write('\r');
    uefi_write('\n');
    uefi_exit(INT64_MIN + 1); /* EFI_LOAD_ERROR */
    for (;;) {
    }
}
