// Code that is copied into processes under test: where it lies in this program, see robot.S.
#pragma once
#include <stdint.h>

extern const char edgex_robot_code[];
extern const char edgex_robot_code_end[];
extern const int64_t edgex_robot_routines[];

static inline int64_t edgex_robot_code_address(void) {
    return (int64_t) edgex_robot_code;
}

static inline int64_t edgex_robot_code_size(void) {
    return edgex_robot_code_end - edgex_robot_code;
}

// Offset of a routine from the start of the code; the index is that of edgex.tests.harness.Routine.
static inline int64_t edgex_robot_routine_offset(int32_t index) {
    return edgex_robot_routines[index];
}
