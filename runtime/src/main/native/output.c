// Where bytes for file numbers 1 and 2 go: into the stream of that name if the process was given one,
// else to the log service, else to the kernel's log, else nowhere.
#include "edgex.h"
#include "memory-order.h"
#include <errno.h>
#include <string.h>

#define OUTPUTS 2
#define FOR_EVER (-1)

struct stream {
    int64_t ring;       // address; 0: not opened yet, -1: there is none
    uint32_t capacity;
    int32_t wakePeer;
    int32_t wakeMe;
};

static struct stream streams[OUTPUTS];

static int32_t find_part(const char* stream, const char* part) {
    char name[32];
    strcpy(name, stream);
    strcat(name, part);
    return edgex_find_capability(name);
}

// Maps the ring. The size comes from the kernel: what the peer writes there is not believed.
static void open_stream(struct stream* stream, const char* name) {
    stream->ring = -1;
    int64_t memory = find_part(name, ".memory");
    if (memory == 0) {
        return;
    }
    int64_t size = edgex_call1(EDGEX_MEMORY_SIZE, memory);
    int64_t capacity = size - EDGEX_RING_DATA_OFFSET;
    if (capacity <= 0 || (capacity & (capacity - 1)) != 0) {
        return;
    }
    int64_t address = edgex_reserve(size);
    if (address < 0 || edgex_call6(EDGEX_MEMORY_MAP, edgex_start_data.process, memory, address, 0,
            size, EDGEX_READ | EDGEX_WRITE) < 0) {
        return;
    }
    stream->capacity = (uint32_t) capacity;
    stream->wakePeer = find_part(name, ".wake-peer");
    stream->wakeMe = find_part(name, ".wake-me");
    stream->ring = address;
}

static uint32_t room_in(const struct stream* stream) {
    uint32_t produced = (uint32_t) edgex_load_acquire32(stream->ring + EDGEX_RING_PRODUCED_OFFSET);
    uint32_t consumed = (uint32_t) edgex_load_acquire32(stream->ring + EDGEX_RING_CONSUMED_OFFSET);
    uint32_t used = produced - consumed;
    return used <= stream->capacity ? stream->capacity - used : 0;
}

static int is_abandoned(const struct stream* stream) {
    return edgex_load_acquire32(stream->ring + EDGEX_RING_CONSUMER_CLOSED_OFFSET) != 0;
}

static void wait_for_room(const struct stream* stream) {
    edgex_exchange32(stream->ring + EDGEX_RING_PRODUCER_WAITS_OFFSET, 1);
    if (room_in(stream) == 0 && !is_abandoned(stream)) {
        edgex_await_notification(stream->wakeMe, FOR_EVER);
    }
    edgex_store_release32(stream->ring + EDGEX_RING_PRODUCER_WAITS_OFFSET, 0);
}

// Copies what fits, in front of and behind the ring's end, and wakes a waiting consumer.
static uint32_t put(const struct stream* stream, const char* bytes, uint32_t size) {
    uint32_t produced = (uint32_t) edgex_load_acquire32(stream->ring + EDGEX_RING_PRODUCED_OFFSET);
    uint32_t start = produced & (stream->capacity - 1);
    uint32_t untilEnd = stream->capacity - start;
    char* data = (char*) stream->ring + EDGEX_RING_DATA_OFFSET;
    memcpy(data + start, bytes, size < untilEnd ? size : untilEnd);
    if (size > untilEnd) {
        memcpy(data, bytes + untilEnd, size - untilEnd);
    }
    edgex_store_release32(stream->ring + EDGEX_RING_PRODUCED_OFFSET, (int32_t) (produced + size));
    edgex_fence();
    if (edgex_load_acquire32(stream->ring + EDGEX_RING_CONSUMER_WAITS_OFFSET) != 0
            && edgex_exchange32(stream->ring + EDGEX_RING_CONSUMER_WAITS_OFFSET, 0) != 0) {
        edgex_signal_notification(stream->wakePeer);
    }
    return size;
}

static int64_t write_stream(const struct stream* stream, const char* bytes, int64_t size) {
    int64_t written = 0;
    while (written < size) {
        if (is_abandoned(stream)) {
            return -EPIPE;
        }
        uint32_t room = room_in(stream);
        if (room == 0) {
            wait_for_room(stream);
            continue;
        }
        int64_t rest = size - written;
        written += put(stream, bytes + written, rest < room ? (uint32_t) rest : room);
    }
    return size;
}

static void append_to_log_service(int32_t log, int32_t level, int32_t size) {
    struct edgex_message_block block = {
        .handle = log,
        .information = edgex_information(EDGEX_LOG_OPERATION_APPEND, 2, size),
        .words = {level, size},
        .timeoutNanos = FOR_EVER,
    };
    edgex_message_call(EDGEX_CALL, &block);
}

// Appends one record. Whatever message is being written or read in the page comes back after it.
static void append_record(int32_t file, const char* bytes, int32_t size) {
    char* page = (char*) edgex_start_data.messagePage;
    char saved[EDGEX_MESSAGE_FREE_OFFSET];
    memcpy(saved, page, sizeof saved);
    memcpy(page + EDGEX_MESSAGE_BYTES_OFFSET, bytes, (size_t) size);
    int32_t log = edgex_find_capability("log");
    int32_t system = edgex_find_capability("system");
    if (log != 0) {
        append_to_log_service(
                log, file == 2 ? EDGEX_LOG_ERROR : EDGEX_LOG_INFORMATION, size);
    } else if (system != 0) {
        edgex_call2(EDGEX_LOG_APPEND, system, size);
    }
    memcpy(page, saved, sizeof saved);
}

static int64_t write_log(int32_t file, const char* bytes, int64_t size) {
    for (int64_t start = 0; start < size; start += EDGEX_LOG_MAXIMUM_TEXT_BYTES) {
        int64_t rest = size - start;
        append_record(file, bytes + start,
                rest < EDGEX_LOG_MAXIMUM_TEXT_BYTES ? (int32_t) rest : EDGEX_LOG_MAXIMUM_TEXT_BYTES);
    }
    return size;
}

int64_t edgex_write_output(int32_t file, const char* bytes, int64_t size) {
    if (file != 1 && file != 2) {
        return -EBADF;
    }
    struct stream* stream = &streams[file - 1];
    if (stream->ring == 0) {
        open_stream(stream, file == 1 ? "stream:stdout" : "stream:stderr");
    }
    return stream->ring > 0 ? write_stream(stream, bytes, size) : write_log(file, bytes, size);
}
