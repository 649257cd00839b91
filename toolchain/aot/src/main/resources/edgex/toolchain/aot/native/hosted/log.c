// System.out and System.err. Their bytes are gathered into lines, one write a line; whoever waits for
// an answer to an unfinished line calls edgex_flush_output first. What one has gathered is written
// before the other gathers more, so that the two appear in order where they go to the same place.
#include "log.h"
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#define EDGEX_OUTPUT_BUFFER_BYTES 1024

struct edgex_stream {
    int file;
    size_t size;
    char bytes[EDGEX_OUTPUT_BUFFER_BYTES];
};

static struct edgex_stream edgex_out = {.file = STDOUT_FILENO};
static struct edgex_stream edgex_err = {.file = STDERR_FILENO};
static int edgex_flushed_at_exit;

static void edgex_write_fully(int file, const char* bytes, size_t size) {
    while (size > 0) {
        ssize_t written = write(file, bytes, size);
        if (written <= 0) {
            return;
        }
        bytes += written;
        size -= (size_t) written;
    }
}

static void edgex_flush(struct edgex_stream* stream) {
    edgex_write_fully(stream->file, stream->bytes, stream->size);
    stream->size = 0;
}

// Writes what both have gathered.
void edgex_flush_output(void) {
    edgex_flush(&edgex_out);
    edgex_flush(&edgex_err);
}

static void edgex_gather(struct edgex_stream* stream, struct edgex_stream* other, char byte) {
    if (!edgex_flushed_at_exit) {
        edgex_flushed_at_exit = 1;
        atexit(edgex_flush_output);
    }
    if (other->size > 0) {
        edgex_flush(other);
    }
    stream->bytes[stream->size++] = byte;
    if (byte == '\n' || stream->size == sizeof stream->bytes) {
        edgex_flush(stream);
    }
}

// A byte of System.out.
void teavm_logchar(int32_t c) {
    edgex_gather(&edgex_out, &edgex_err, (char) c);
}

// A byte of System.err.
void edgex_log_error(int32_t c) {
    edgex_gather(&edgex_err, &edgex_out, (char) c);
}

static size_t edgex_encode(uint32_t codePoint, char* target) {
    if (codePoint < 0x80) {
        target[0] = (char) codePoint;
        return 1;
    }
    size_t size = codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    for (size_t i = size - 1; i > 0; i--) {
        target[i] = (char) (0x80 | (codePoint & 0x3F));
        codePoint >>= 6;
    }
    target[0] = (char) ((0xF00 >> size) | codePoint);
    return size;
}

void teavm_logCodePoint(int32_t codePoint) {
    char encoded[4];
    size_t size = edgex_encode((uint32_t) codePoint, encoded);
    for (size_t i = 0; i < size; i++) {
        teavm_logchar(encoded[i]);
    }
}

// What TeaVM's runtime says, code point by code point: gathered into lines like System.err.
static void edgex_log_error_code_point(uint32_t codePoint) {
    char encoded[4];
    size_t size = edgex_encode(codePoint, encoded);
    for (size_t i = 0; i < size; i++) {
        edgex_log_error(encoded[i]);
    }
}

void teavm_printString(char16_t* s) {
    while (*s != 0) {
        uint32_t codePoint = *s++;
        if ((codePoint & 0xFC00) == 0xD800 && (*s & 0xFC00) == 0xDC00) {
            codePoint = 0x10000 + ((codePoint & 0x3FF) << 10) + (*s++ & 0x3FF);
        }
        edgex_log_error_code_point(codePoint);
    }
}

void teavm_printWString(wchar_t* s) {
    while (*s != 0) {
        edgex_log_error_code_point((uint32_t) *s++);
    }
}

void teavm_printInt(int32_t value) {
    char digits[12];
    size_t start = sizeof digits;
    uint32_t rest = value < 0 ? 0u - (uint32_t) value : (uint32_t) value;
    do {
        digits[--start] = (char) ('0' + rest % 10);
        rest /= 10;
    } while (rest != 0);
    if (value < 0) {
        digits[--start] = '-';
    }
    while (start < sizeof digits) {
        edgex_log_error(digits[start++]);
    }
}
