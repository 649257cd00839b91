// TeaVM's headers name wchar_t and mbstate_t; the kernel never converts text.
#pragma once
#include <stddef.h>
