// The character types of C11.
#pragma once
#include <stdint.h>

typedef uint_least16_t char16_t;
typedef uint_least32_t char32_t;
