/** What a benchmark found, and the two forms in which it is told: JSON and a table. */
package edgex.bench.report;
