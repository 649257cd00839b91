// Comes first in the unit of a process.
#pragma once
#include <locale.h>
#include "runtime.h"

// Text is UTF-8 whatever the environment says: a program prints the same everywhere.
#define setlocale(category, name) setlocale(category, "C.UTF-8")
#include "arrays.h"
