// What the runtime's C files share. Definitions under a comment (abi: Class) repeat that class's
// constants, with EDGEX_ and the prefix given there in front; a test compares them.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include "system-call.h"

#define EDGEX_PAGE_BYTES 4096

// Message calls (abi: MessageCalls, EDGEX_).
#define EDGEX_CALL 1
#define EDGEX_WAIT 6
#define EDGEX_SIGNAL 7

// Slow calls (abi: SystemCallNumbers, EDGEX_).
#define EDGEX_CAPABILITY_DELETE 11
#define EDGEX_MEMORY_CREATE 33
#define EDGEX_PROCESS_INSPECT 20
#define EDGEX_PROCESS_EXIT 21
#define EDGEX_THREAD_EXIT 30
#define EDGEX_THREAD_SET_POINTER 31
#define EDGEX_THREAD_SLEEP 32
#define EDGEX_MEMORY_MAP 34
#define EDGEX_MEMORY_UNMAP 35
#define EDGEX_MEMORY_SIZE 37
#define EDGEX_CLOCK_NANOS 45
#define EDGEX_LOG_APPEND 48

// Rights (abi: Rights, EDGEX_).
#define EDGEX_READ 1
#define EDGEX_WRITE 2

// Errors (abi: Errors, EDGEX_).
#define EDGEX_OUT_OF_MEMORY (-6)
#define EDGEX_QUOTA_EXCEEDED (-7)
#define EDGEX_POOL_EMPTY (-8)

// What processInspect tells (abi: ProcessRecord, EDGEX_PROCESS_).
#define EDGEX_PROCESS_PAGES_LIMIT 3
#define EDGEX_PROCESS_CAPABILITIES_LIMIT 5
#define EDGEX_PROCESS_CAPABILITIES_USED 6
#define EDGEX_PROCESS_OBJECTS_LIMIT 7
#define EDGEX_PROCESS_OBJECTS_USED 8

// The message page (abi: MessagePage, EDGEX_MESSAGE_).
#define EDGEX_MESSAGE_BYTES_OFFSET 64
#define EDGEX_MESSAGE_FREE_OFFSET 1088

// Words of the start block (abi: StartBlock, EDGEX_START_).
#define EDGEX_START_MAGIC_VALUE INT64_C(0x5254535845474445)
#define EDGEX_START_MAGIC 0
#define EDGEX_START_PROCESS 3
#define EDGEX_START_THREAD 4
#define EDGEX_START_MESSAGE_PAGE 5
#define EDGEX_START_FREE_ADDRESS 6
#define EDGEX_START_FREE_END 7
#define EDGEX_START_HEAP_LIMIT 8
#define EDGEX_START_ARGUMENT_COUNT 9
#define EDGEX_START_ARGUMENTS 10
#define EDGEX_START_ENVIRONMENT_COUNT 11
#define EDGEX_START_ENVIRONMENT 12
#define EDGEX_START_CAPABILITY_COUNT 13
#define EDGEX_START_CAPABILITIES 14
#define EDGEX_START_NAME 15

// Words of the root process's start message (abi: RootStart, EDGEX_ROOT_).
#define EDGEX_ROOT_PROCESS 0
#define EDGEX_ROOT_THREAD 1
#define EDGEX_ROOT_SYSTEM 2
#define EDGEX_ROOT_PORTS 3
#define EDGEX_ROOT_INTERRUPTS 4
#define EDGEX_ROOT_BOOT_IMAGE 5
#define EDGEX_ROOT_BOOT_IMAGE_BYTES 6
#define EDGEX_ROOT_MESSAGE_PAGE 7
#define EDGEX_ROOT_FREE_ADDRESS 8
#define EDGEX_ROOT_WORD_COUNT 9

// The ring of a stream (abi: StreamRing, EDGEX_RING_).
#define EDGEX_RING_PRODUCED_OFFSET 0
#define EDGEX_RING_PRODUCER_CLOSED_OFFSET 4
#define EDGEX_RING_PRODUCER_WAITS_OFFSET 8
#define EDGEX_RING_CONSUMED_OFFSET 64
#define EDGEX_RING_CONSUMER_CLOSED_OFFSET 68
#define EDGEX_RING_CONSUMER_WAITS_OFFSET 72
#define EDGEX_RING_DATA_OFFSET 4096

// The log service (abi: service.Log, EDGEX_LOG_).
#define EDGEX_LOG_ERROR 1
#define EDGEX_LOG_INFORMATION 3
#define EDGEX_LOG_MAXIMUM_TEXT_BYTES 896

// Its operations (abi: service.LogOperations, EDGEX_LOG_OPERATION_).
#define EDGEX_LOG_OPERATION_APPEND 1

// The registers of a message call, in memory. A thread's own one is in its message page.
struct edgex_message_block {
    int64_t handle;
    int64_t information;
    int64_t words[8];
    int64_t timeoutNanos;
    int64_t badge;
};

// Traps with the block's registers and stores what came back. Returns the status.
int64_t edgex_message_call(int32_t number, struct edgex_message_block* block);

static inline int64_t edgex_message_call_at(int32_t number, int64_t address) {
    return edgex_message_call(number, (struct edgex_message_block*) address);
}

// Notifications for code on any thread. The bits that a wait clears are not told.
static inline int64_t edgex_await_notification(int32_t handle, int64_t timeoutNanos) {
    struct edgex_message_block block = {.handle = handle, .timeoutNanos = timeoutNanos};
    return edgex_message_call(EDGEX_WAIT, &block);
}

static inline int64_t edgex_signal_notification(int32_t handle) {
    struct edgex_message_block block = {.handle = handle};
    return edgex_message_call(EDGEX_SIGNAL, &block);
}

static inline int64_t edgex_information(int32_t label, int32_t words, int32_t bytes) {
    return (int64_t) label << 32 | (int64_t) bytes << 8 | words;
}

// process.c: what this process was started with.
struct edgex_start_data {
    int64_t block;                          // address of the start block; 0 in the root process
    int64_t root[EDGEX_ROOT_WORD_COUNT];    // of the root process; else 0
    int64_t process;
    int64_t thread;
    int64_t messagePage;
    int64_t freeAddress;
    int64_t freeEnd;
    int64_t heapLimit;
};
extern struct edgex_start_data edgex_start_data;

static inline int64_t edgex_start_block(void) {
    return edgex_start_data.block;
}

static inline int64_t edgex_root_word(int32_t index) {
    return edgex_start_data.root[index];
}

static inline int64_t edgex_message_page(void) {
    return edgex_start_data.messagePage;
}

const char* edgex_process_name(void);

// The handle of that name, or 0.
int32_t edgex_find_capability(const char* name);

// exhaustion.c: says what the process lacks, for an error of abi Errors, and ends it.
void edgex_end_without_memory(int64_t error);

// address-space.c: address ranges of this process. Errors are negative errno values. A commit that
// the process or the machine has no memory for ends the process.
int64_t edgex_reserve(int64_t sizeBytes);
int64_t edgex_commit(int64_t address, int64_t sizeBytes);
int64_t edgex_decommit(int64_t address, int64_t sizeBytes);
int64_t edgex_release(int64_t address, int64_t sizeBytes);

// output.c: file numbers 1 and 2. Returns the number of bytes taken or a negative errno value.
int64_t edgex_write_output(int32_t file, const char* bytes, int64_t size);

// worker.c: threads of this process that run unmanaged code.
struct edgex_worker {
    void (*function)(int64_t argument);
    int64_t argument;
    int32_t finished;
    int32_t notification;
};

// The address that a worker's thread starts at, with its struct as the argument.
void edgex_worker_entry(struct edgex_worker* worker);

static inline int64_t edgex_worker_entry_address(void) {
    return (int64_t) &edgex_worker_entry;
}

static inline void edgex_worker_prepare(
        int64_t address, void* function, int64_t argument, int32_t notification) {
    struct edgex_worker* worker = (struct edgex_worker*) address;
    worker->function = (void (*)(int64_t)) function;
    worker->argument = argument;
    worker->finished = 0;
    worker->notification = notification;
}
