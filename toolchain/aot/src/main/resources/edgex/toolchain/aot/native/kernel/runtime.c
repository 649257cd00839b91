// What stands in for TeaVM's runtime in a kernel: a heap that only grows while the kernel boots, and
// one exit for everything that Java would report by an exception.
//
// The boot code supplies edgex_kernel_failure and calls edgex_kernel_main with the heap's range.
#include "runtime.h"
#include "log.h"
#include "stringhash.h"
#include <string.h>

static char* edgex_heap_next;
static char* edgex_heap_limit;

void* teavm_gc_heapAddress;
void* teavm_gc_cardTable;
char* teavm_beforeClasses;
TeaVM_Class* teavm_firstClass;
TeaVM_Class* teavm_classClass;
TeaVM_Class* teavm_objectClass;
TeaVM_Class* teavm_stringClass;
TeaVM_Class* teavm_charArrayClass;

// An object's header holds its class as a distance from the lowest class structure.
void teavm_initClasses() {
    char* lowest = (char*) teavm_classReferences[0];
    for (int32_t i = 1; i < teavm_classReferencesCount; ++i) {
        char* candidate = (char*) teavm_classReferences[i];
        lowest = candidate < lowest ? candidate : lowest;
    }
    teavm_beforeClasses = lowest - 4096;
    for (int32_t i = 0; i < teavm_classReferencesCount; ++i) {
        teavm_classReferences[i]->next = teavm_firstClass;
        teavm_firstClass = teavm_classReferences[i];
    }
}

// Literals are not interned: kernel code compares no strings.
TeaVM_String* teavm_registerString(TeaVM_String* string) {
    return string;
}

void teavm_registerStaticGcRoots(void*** roots, int count) {
    (void) roots;
    (void) count;
}

// TeaVM's one use of it: too many classes of arrays.
void teavm_printWString(wchar_t* text) {
    (void) text;
}

// Asked for by the initialisers of Integer and Long alone, for their field TYPE.
TeaVM_Object* teavm_getClassObject(TeaVM_Class* type) {
    (void) type;
    return NULL;
}

// One instruction, and no class initialiser: schedulers look for the highest bit all the time.
int32_t meth_jl_Long_numberOfLeadingZeros(int64_t value) {
    return value == 0 ? 64 : __builtin_clzll((uint64_t) value);
}

// Aligned to the size of a reference, as every size that TeaVM asks for is.
void* meth_otr_GC_alloc(int32_t size) {
    char* object = edgex_heap_next;
    if (size < 0 || size > edgex_heap_limit - object) {
        edgex_kernel_failure("the kernel's heap is full");
    }
    edgex_heap_next = object + size;
    return object;
}

void teavm_throwNullPointerException() {
    edgex_kernel_failure("null reference");
}

void teavm_throwArrayIndexOutOfBoundsException() {
    edgex_kernel_failure("array index out of bounds");
}

void meth_otr_ExceptionHandling_throwClassCastException() {
    edgex_kernel_failure("class cast");
}

void meth_otr_ExceptionHandling_throwException(void* exception) {
    (void) exception;
    edgex_kernel_failure("exception thrown");
}

// The bytes that boot has taken from the heap.
int64_t edgex_kernel_heap_used(void) {
    return edgex_heap_next - (char*) teavm_gc_heapAddress;
}

// Makes every later allocation a failure, and returns where the free rest begins.
void* edgex_kernel_seal_heap(void) {
    edgex_heap_limit = edgex_heap_next;
    return edgex_heap_next;
}

int edgex_kernel_start_java(int argumentCount, char** arguments);

// Runs the Java main over a heap of sizeBytes at start, which must be aligned to 8 bytes.
void edgex_kernel_main(void* start, uint64_t sizeBytes) {
    teavm_gc_heapAddress = start;
    edgex_heap_next = start;
    edgex_heap_limit = edgex_heap_next + sizeBytes;
    edgex_kernel_start_java(0, NULL);
}
