// Nothing is ever caught in the kernel: whatever is thrown ends in edgex_kernel_failure.
#pragma once

typedef int jmp_buf[1];

#define setjmp(buffer) ((void) (buffer), 0)
#define longjmp(buffer, value) ((void) (buffer), (void) (value), edgex_kernel_failure("longjmp"))
