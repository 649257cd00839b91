/** The clocks of benchmarks that are compiled ahead of time. */
package edgex.bench.clock;
