// TeaVM includes <math.h> everywhere; the kernel computes with integers only.
#pragma once
