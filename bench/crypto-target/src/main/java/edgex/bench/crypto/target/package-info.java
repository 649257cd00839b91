/** The crypto benchmark's operations, compiled ahead of time, and how they are sampled. */
package edgex.bench.crypto.target;
