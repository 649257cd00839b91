// The part of <string.h> that TeaVM's generated code and gcc itself call.
#pragma once
#include <stddef.h>

void* memcpy(void* restrict target, const void* restrict source, size_t size);
void* memmove(void* target, const void* source, size_t size);
void* memset(void* target, int value, size_t size);
int memcmp(const void* first, const void* second, size_t size);
