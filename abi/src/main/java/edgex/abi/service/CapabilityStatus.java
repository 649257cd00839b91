package edgex.abi.service;

/**
 * What {@code caps} shows of a capability.
 *
 * @param position to ask for the next one with
 * @param handle by which the holder names it
 * @param type one of {@code ObjectType}
 * @param rights a set of {@code Rights}
 * @param badge or 0
 * @param object number of the object among those of its type
 */
public record CapabilityStatus(
    int position, int handle, int type, int rights, long badge, int object) {}
