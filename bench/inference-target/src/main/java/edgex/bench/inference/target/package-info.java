/** What the inference benchmark runs on the processor itself, compiled ahead of time. */
package edgex.bench.inference.target;
