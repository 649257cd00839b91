/** The clock of benchmarks that are compiled ahead of time to Linux programs. */
package edgex.bench.clock;
