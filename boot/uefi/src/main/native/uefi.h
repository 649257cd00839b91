/*
 * The part of UEFI that the boot loader uses (UEFI Specification 2.10, chapters 4, 7, 9, 12, 13):
 * tables of functions, reached from Java through edgex.boot.uefi.Firmware. Members that are not used
 * only keep their place.
 */
#ifndef EDGEX_UEFI_H
#define EDGEX_UEFI_H

#include <stddef.h>
#include <stdint.h>

#ifdef __x86_64__
#define EFI_CALL __attribute__((ms_abi))
#else
#define EFI_CALL
#endif

typedef uint64_t EfiStatus;
typedef uint64_t EfiCount;

#define EFI_OPEN_READ 1
#define EFI_END_OF_FILE UINT64_C(0xffffffffffffffff)

typedef struct {
    uint64_t low, high;
} EfiIdentifier;

typedef struct {
    char header[24];
} EfiTableHeader;

typedef struct EfiTextOutput {
    void *reset;
    EfiStatus(EFI_CALL *output)(struct EfiTextOutput *self, const uint16_t *text);
} EfiTextOutput;

typedef struct {
    EfiTableHeader header;
    void *raisePriority, *restorePriority;
    EfiStatus(EFI_CALL *allocatePages)(uint32_t how, uint32_t type, EfiCount pages, uint64_t *address);
    void *freePages;
    EfiStatus(EFI_CALL *getMemoryMap)(EfiCount *bytes, void *map, EfiCount *key, EfiCount *entryBytes, uint32_t *version);
    void *allocatePool, *freePool;
    void *createEvent, *setTimer, *waitForEvent, *signalEvent, *closeEvent, *checkEvent;
    void *installProtocol, *reinstallProtocol, *uninstallProtocol;
    EfiStatus(EFI_CALL *handleProtocol)(void *handle, const EfiIdentifier *protocol, void **interface);
    void *reserved, *registerNotify, *locateHandle, *locateDevicePath, *installTable;
    void *loadImage, *startImage;
    EfiStatus(EFI_CALL *exit)(void *image, EfiStatus status, EfiCount dataBytes, const uint16_t *data);
    void *unloadImage;
    EfiStatus(EFI_CALL *exitBootServices)(void *image, EfiCount mapKey);
    void *getCount, *stall, *setWatchdog, *connect, *disconnect;
    void *openProtocol, *closeProtocol, *openInformation, *protocolsPerHandle, *locateHandles;
    EfiStatus(EFI_CALL *locateProtocol)(const EfiIdentifier *protocol, void *registration, void **interface);
} EfiBootServices;

typedef struct {
    EfiIdentifier identifier;
    void *table;
} EfiConfigurationTable;

typedef struct {
    EfiTableHeader header;
    void *vendor;
    uint32_t revision;
    void *inputHandle, *input, *outputHandle;
    EfiTextOutput *output;
    void *errorHandle, *error, *runtimeServices;
    EfiBootServices *bootServices;
    EfiCount tableCount;
    EfiConfigurationTable *tables;
} EfiSystemTable;

typedef struct {
    uint32_t revision;
    void *parent, *system;
    void *device;
} EfiLoadedImage;

typedef struct EfiFile {
    uint64_t revision;
    EfiStatus(EFI_CALL *open)(struct EfiFile *self, struct EfiFile **file, const uint16_t *path, uint64_t mode, uint64_t attributes);
    void *close, *delete;
    EfiStatus(EFI_CALL *read)(struct EfiFile *self, EfiCount *bytes, void *buffer);
    void *write;
    EfiStatus(EFI_CALL *getPosition)(struct EfiFile *self, uint64_t *position);
    EfiStatus(EFI_CALL *setPosition)(struct EfiFile *self, uint64_t position);
} EfiFile;

typedef struct EfiFileSystem {
    uint64_t revision;
    EfiStatus(EFI_CALL *openVolume)(struct EfiFileSystem *self, EfiFile **root);
} EfiFileSystem;

extern void *edgex_uefi_image;
extern EfiSystemTable *edgex_uefi_system;

static inline void uefi_write(int32_t character) {
    const uint16_t text[2] = {(uint16_t) character, 0};
    EfiTextOutput *output = edgex_uefi_system->output;
    if (output != NULL) {
        output->output(output, text);
    }
}

/* Back to the firmware, which tries the next entry of its list. */
static inline void uefi_exit(int64_t status) {
    edgex_uefi_system->bootServices->exit(edgex_uefi_image, (EfiStatus) status, 0, NULL);
    for (;;) {
    }
}

/* The address of the pages, 0 when there are none. */
static inline int64_t uefi_allocate(int32_t how, int32_t type, int64_t pages, int64_t address) {
    uint64_t result = (uint64_t) address;
    EfiStatus status = edgex_uefi_system->bootServices->allocatePages(
        (uint32_t) how, (uint32_t) type, (EfiCount) pages, &result);
    return status == 0 ? (int64_t) result : 0;
}

/* The memory map: its length, 0 when the buffer is too short. */
static inline int64_t uefi_memory_map(int64_t buffer, int64_t capacity, int64_t key, int64_t entryBytes) {
    EfiCount bytes = (EfiCount) capacity;
    uint32_t version;
    EfiStatus status = edgex_uefi_system->bootServices->getMemoryMap(
        &bytes, (void *) buffer, (EfiCount *) key, (EfiCount *) entryBytes, &version);
    return status == 0 ? (int64_t) bytes : 0;
}

static inline int32_t uefi_exit_boot_services(int64_t key) {
    return edgex_uefi_system->bootServices->exitBootServices(edgex_uefi_image, (EfiCount) key) == 0;
}

static inline int64_t uefi_protocol_of(void *handle, int64_t low, int64_t high) {
    const EfiIdentifier protocol = {(uint64_t) low, (uint64_t) high};
    void *interface = NULL;
    EfiStatus status = edgex_uefi_system->bootServices->handleProtocol(handle, &protocol, &interface);
    return status == 0 ? (int64_t) interface : 0;
}

static inline int64_t uefi_image_protocol(int64_t low, int64_t high) {
    return uefi_protocol_of(edgex_uefi_image, low, high);
}

static inline int64_t uefi_device_protocol(int64_t loadedImage, int64_t low, int64_t high) {
    return uefi_protocol_of(((EfiLoadedImage *) loadedImage)->device, low, high);
}

static inline int64_t uefi_any_protocol(int64_t low, int64_t high) {
    const EfiIdentifier protocol = {(uint64_t) low, (uint64_t) high};
    void *interface = NULL;
    EfiStatus status = edgex_uefi_system->bootServices->locateProtocol(&protocol, NULL, &interface);
    return status == 0 ? (int64_t) interface : 0;
}

static inline int64_t uefi_open_volume(int64_t fileSystem) {
    EfiFileSystem *system = (EfiFileSystem *) fileSystem;
    EfiFile *root = NULL;
    return system->openVolume(system, &root) == 0 ? (int64_t) root : 0;
}

/* The path is UTF-16 with a zero at its end. */
static inline int64_t uefi_open(int64_t folder, int64_t path) {
    EfiFile *parent = (EfiFile *) folder;
    EfiFile *file = NULL;
    return parent->open(parent, &file, (const uint16_t *) path, EFI_OPEN_READ, 0) == 0 ? (int64_t) file : 0;
}

/* A file's length, -1 when the firmware does not say. */
static inline int64_t uefi_length(int64_t handle) {
    EfiFile *file = (EfiFile *) handle;
    uint64_t length = 0;
    if (file->setPosition(file, EFI_END_OF_FILE) != 0 || file->getPosition(file, &length) != 0
        || file->setPosition(file, 0) != 0) {
        return -1;
    }
    return (int64_t) length;
}

/* Reads on: the number of bytes, 0 at the end, -1 when the device fails. */
static inline int64_t uefi_read(int64_t handle, int64_t buffer, int64_t bytes) {
    EfiFile *file = (EfiFile *) handle;
    EfiCount count = (EfiCount) bytes;
    return file->read(file, &count, (void *) buffer) == 0 ? (int64_t) count : -1;
}

/* What firmware publishes under an identifier, 0 without it. */
static inline int64_t uefi_table(int64_t low, int64_t high) {
    for (EfiCount i = 0; i < edgex_uefi_system->tableCount; i++) {
        const EfiConfigurationTable *entry = &edgex_uefi_system->tables[i];
        if (entry->identifier.low == (uint64_t) low && entry->identifier.high == (uint64_t) high) {
            return (int64_t) entry->table;
        }
    }
    return 0;
}

#endif
