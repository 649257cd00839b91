/**
 * How an interface of EdgeX is declared, once: annotations on Java interfaces from which {@code
 * toolchain/processor} writes system-call numbers, stubs and dispatchers, service clients and
 * dispatchers, accessors of memory layouts, and the reference pages. They stay in the class files
 * for the processor of a later module and cost nothing at run time.
 */
package edgex.abi.declare;
