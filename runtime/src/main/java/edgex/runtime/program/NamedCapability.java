package edgex.runtime.program;

/**
 * A capability that a process is started with.
 *
 * @param name by which it finds it
 * @param handle of the capability in the creator's table
 * @param rights that it gets, a subset
 * @param badge that it gets, 0 for the one that the capability has
 */
public record NamedCapability(String name, int handle, int rights, long badge) {}
