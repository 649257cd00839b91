package edgex.abi.service;

import edgex.abi.declare.Capability;

/**
 * A file's content as memory.
 *
 * @param memory handle with READ (and EXECUTE for programs); the receiver's to delete
 * @param sizeBytes length of the content, which starts at the memory's first byte
 */
public record FileContent(@Capability int memory, long sizeBytes) {}
