package edgex.services.supervisor;

/**
 * One end of a stream, as capabilities of the supervisor.
 *
 * @param name by which the process finds it
 * @param memory the ring
 * @param wakePeer to signal the other end
 * @param wakeMe to wait on
 * @param wakeMeRights what the process may do with it beside waiting
 */
record StreamEnd(String name, int memory, int wakePeer, int wakeMe, int wakeMeRights) {}
