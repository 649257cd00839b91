/** Components that fail on purpose, for the tests of the supervisor. */
package edgex.tests.failing;
