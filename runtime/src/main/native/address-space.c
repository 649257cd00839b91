// Address ranges of the process. A reservation costs nothing but a line in a table; memory comes
// when a part of it is committed, as contiguous kernel objects that are mapped there.
#include "edgex.h"
#include <errno.h>
#include <string.h>

#define MAXIMUM_RESERVATIONS 256
#define MAXIMUM_MAPPINGS 1024
#define LARGEST_CHUNK_BYTES (4 << 20)

struct range {
    int64_t address;
    int64_t size;
};

struct mapping {
    struct range range;
    int64_t memory;
};

// Both tables are sorted by address and their ranges do not overlap.
static struct range reservations[MAXIMUM_RESERVATIONS];
static int32_t reservationCount;
static struct mapping mappings[MAXIMUM_MAPPINGS];
static int32_t mappingCount;

static int64_t end_of(const struct range* range) {
    return range->address + range->size;
}

static int64_t round_to_pages(int64_t size) {
    return (size + EDGEX_PAGE_BYTES - 1) & -(int64_t) EDGEX_PAGE_BYTES;
}

// The lowest gap that is large enough gets the reservation.
int64_t edgex_reserve(int64_t sizeBytes) {
    int64_t size = round_to_pages(sizeBytes);
    if (size <= 0 || reservationCount == MAXIMUM_RESERVATIONS) {
        return -ENOMEM;
    }
    int64_t address = edgex_start_data.freeAddress;
    int32_t place = 0;
    while (place < reservationCount && reservations[place].address - address < size) {
        address = end_of(&reservations[place++]);
    }
    if (edgex_start_data.freeEnd - address < size) {
        return -ENOMEM;
    }
    memmove(&reservations[place + 1], &reservations[place],
            (size_t) (reservationCount++ - place) * sizeof reservations[0]);
    reservations[place] = (struct range) {address, size};
    return address;
}

// The reservation that contains the range, or -1.
static int32_t find_reservation(int64_t address, int64_t size) {
    for (int32_t i = 0; i < reservationCount; i++) {
        if (reservations[i].address <= address && address + size <= end_of(&reservations[i])) {
            return i;
        }
    }
    return -1;
}

// The first mapping that ends above the address.
static int32_t first_mapping_above(int64_t address) {
    int32_t low = 0;
    int32_t high = mappingCount;
    while (low < high) {
        int32_t middle = (low + high) / 2;
        if (end_of(&mappings[middle].range) <= address) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

// Creates and maps one chunk; halves it while the machine has no contiguous memory of that size.
// Returns its size. Without memory, or room in the table, this process ends.
static int64_t map_chunk(int32_t place, int64_t address, int64_t size) {
    if (mappingCount == MAXIMUM_MAPPINGS) {
        edgex_end_without_memory(EDGEX_POOL_EMPTY);
    }
    if (size > LARGEST_CHUNK_BYTES) {
        size = LARGEST_CHUNK_BYTES;
    }
    int64_t memory = edgex_call2(EDGEX_MEMORY_CREATE, edgex_start_data.process, size);
    while (memory == EDGEX_OUT_OF_MEMORY && size > EDGEX_PAGE_BYTES) {
        size = round_to_pages(size / 2);
        memory = edgex_call2(EDGEX_MEMORY_CREATE, edgex_start_data.process, size);
    }
    if (memory < 0) {
        edgex_end_without_memory(memory);
    }
    int64_t status = edgex_call6(EDGEX_MEMORY_MAP, edgex_start_data.process, memory, address, 0,
            size, EDGEX_READ | EDGEX_WRITE);
    if (status < 0) {
        edgex_end_without_memory(status);
    }
    memmove(&mappings[place + 1], &mappings[place],
            (size_t) (mappingCount++ - place) * sizeof mappings[0]);
    mappings[place] = (struct mapping) {{address, size}, memory};
    return size;
}

// Makes the range readable and writable: parts that have no memory yet get it.
int64_t edgex_commit(int64_t address, int64_t sizeBytes) {
    int64_t end = address + round_to_pages(sizeBytes);
    if (find_reservation(address, end - address) < 0) {
        return -ENOMEM;
    }
    int32_t place = first_mapping_above(address);
    while (address < end) {
        int64_t gapEnd = end;
        if (place < mappingCount && mappings[place].range.address < end) {
            gapEnd = mappings[place].range.address;
        }
        while (address < gapEnd) {
            address += map_chunk(place++, address, gapEnd - address);
        }
        if (gapEnd < end) {
            address = end_of(&mappings[place++].range);
        }
    }
    return 0;
}

// Gives back the memory of all mappings that lie entirely in the range. A chunk that also serves
// neighbours stays: the kernel unmaps only whole mappings.
int64_t edgex_decommit(int64_t address, int64_t sizeBytes) {
    int64_t end = address + round_to_pages(sizeBytes);
    int32_t place = first_mapping_above(address);
    while (place < mappingCount && end_of(&mappings[place].range) <= end) {
        struct mapping* mapping = &mappings[place];
        if (mapping->range.address < address) {
            place++;
            continue;
        }
        edgex_call3(EDGEX_MEMORY_UNMAP, edgex_start_data.process, mapping->range.address,
                mapping->range.size);
        edgex_call1(EDGEX_CAPABILITY_DELETE, mapping->memory);
        mappingCount--;
        memmove(mapping, mapping + 1, (size_t) (mappingCount - place) * sizeof mappings[0]);
    }
    return 0;
}

// Gives back memory, and the addresses too when the range is a whole reservation.
int64_t edgex_release(int64_t address, int64_t sizeBytes) {
    int64_t size = round_to_pages(sizeBytes);
    int32_t place = find_reservation(address, size);
    if (place < 0) {
        return -EINVAL;
    }
    edgex_decommit(address, size);
    if (reservations[place].address == address && reservations[place].size == size) {
        reservationCount--;
        memmove(&reservations[place], &reservations[place + 1],
                (size_t) (reservationCount - place) * sizeof reservations[0]);
    }
    return 0;
}
