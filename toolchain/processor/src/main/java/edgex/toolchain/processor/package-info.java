/**
 * The annotation processor: from interfaces declared with {@code edgex.abi.declare} it writes
 * system-call numbers, stubs and dispatchers, service clients and dispatchers, accessors of memory
 * layouts, and reference pages. It knows the annotations by name only, so that {@code abi} can be
 * compiled with it.
 */
package edgex.toolchain.processor;
