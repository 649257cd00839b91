// TeaVM's date header names these types; the kernel counts nanoseconds itself.
#pragma once

typedef long time_t;
struct tm;
