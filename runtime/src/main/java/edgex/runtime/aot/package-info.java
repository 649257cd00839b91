/**
 * For the ahead-of-time compiler, never part of a program: where the Java library ends and this
 * runtime takes over.
 */
package edgex.runtime.aot;
